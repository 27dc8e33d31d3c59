-- CreateTable
CREATE TABLE "fostering_household" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "reference" TEXT NOT NULL,
    "enquiry_holder_id" UUID,
    "enquiry_id" UUID,
    "household_type" TEXT NOT NULL,
    "approved_on" DATE NOT NULL,
    "places_approved" SMALLINT NOT NULL,
    "carers" SMALLINT NOT NULL,
    "youngest_carer_band" TEXT NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "deregistered_on" DATE,
    "deregistration_reason" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_household_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_household_change" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "kind" TEXT NOT NULL,
    "changed_on" DATE NOT NULL,
    "places_before" SMALLINT,
    "places_after" SMALLINT NOT NULL,
    "type_before" TEXT,
    "type_after" TEXT NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_household_change_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_place_state" (
    "tenant_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "places_approved" SMALLINT NOT NULL,
    "filled" SMALLINT NOT NULL,
    "vacant" SMALLINT NOT NULL,
    "unavailable" SMALLINT NOT NULL,
    "unavailable_reason" TEXT,

    CONSTRAINT "fostering_place_state_pkey" PRIMARY KEY ("tenant_id","household_id","from_on")
);

-- CreateTable
CREATE TABLE "fostering_constellation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "reference" TEXT NOT NULL,
    "hub_household_id" UUID,
    "satellite_households" SMALLINT NOT NULL,
    "satellite_places" SMALLINT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_constellation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_target" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "authority_code" VARCHAR(9),
    "year" TEXT NOT NULL,
    "household_type" TEXT,
    "baseline_approvals" INTEGER,
    "uplift_percent" DECIMAL(6,2),
    "enquiries" INTEGER,
    "conversion_percent" DECIMAL(5,2),
    "approvals" INTEGER NOT NULL,
    "source" TEXT,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_target_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_forecast" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "authority_code" VARCHAR(9),
    "year" TEXT NOT NULL,
    "household_type" TEXT,
    "made_on" DATE NOT NULL,
    "approved_so_far" INTEGER NOT NULL,
    "expected" DECIMAL(8,2) NOT NULL,
    "low" INTEGER NOT NULL,
    "high" INTEGER NOT NULL,
    "interval_level" SMALLINT NOT NULL,
    "method" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "actual" INTEGER,
    "scored_on" DATE,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_forecast_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "fostering_household_authority_code_approved_on_idx" ON "fostering_household"("authority_code", "approved_on");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_household_tenant_id_id_authority_code_key" ON "fostering_household"("tenant_id", "id", "authority_code");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_household_tenant_id_reference_key" ON "fostering_household"("tenant_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_household_change_tenant_id_household_id_changed_o_key" ON "fostering_household_change"("tenant_id", "household_id", "changed_on");

-- CreateIndex
CREATE INDEX "fostering_constellation_authority_code_idx" ON "fostering_constellation"("authority_code");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_constellation_tenant_id_reference_key" ON "fostering_constellation"("tenant_id", "reference");

-- CreateIndex
CREATE INDEX "fostering_forecast_tenant_id_year_idx" ON "fostering_forecast"("tenant_id", "year");

-- AddForeignKey
ALTER TABLE "fostering_household" ADD CONSTRAINT "fostering_household_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_household" ADD CONSTRAINT "fostering_household_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_household_change" ADD CONSTRAINT "fostering_household_change_tenant_id_household_id_authorit_fkey" FOREIGN KEY ("tenant_id", "household_id", "authority_code") REFERENCES "fostering_household"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_place_state" ADD CONSTRAINT "fostering_place_state_tenant_id_household_id_authority_cod_fkey" FOREIGN KEY ("tenant_id", "household_id", "authority_code") REFERENCES "fostering_household"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_constellation" ADD CONSTRAINT "fostering_constellation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_constellation" ADD CONSTRAINT "fostering_constellation_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_constellation" ADD CONSTRAINT "fostering_constellation_tenant_id_hub_household_id_authori_fkey" FOREIGN KEY ("tenant_id", "hub_household_id", "authority_code") REFERENCES "fostering_household"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_target" ADD CONSTRAINT "fostering_target_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_target" ADD CONSTRAINT "fostering_target_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_target" ADD CONSTRAINT "fostering_target_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_forecast" ADD CONSTRAINT "fostering_forecast_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_forecast" ADD CONSTRAINT "fostering_forecast_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_forecast" ADD CONSTRAINT "fostering_forecast_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
