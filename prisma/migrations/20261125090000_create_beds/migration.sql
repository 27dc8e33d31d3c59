-- CreateTable
CREATE TABLE "home" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "urn" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "provider_id" INTEGER,
    "authority_code" VARCHAR(9) NOT NULL,
    "provision_type" "provision_type" NOT NULL,
    "in_house" BOOLEAN NOT NULL,
    "name" TEXT,
    "age_from" SMALLINT NOT NULL,
    "age_to" SMALLINT NOT NULL,
    "genders" TEXT NOT NULL DEFAULT 'ANY',
    "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "education" BOOLEAN NOT NULL DEFAULT false,
    "siblings" BOOLEAN NOT NULL DEFAULT false,
    "solo" BOOLEAN NOT NULL DEFAULT false,
    "emergency" BOOLEAN NOT NULL DEFAULT false,
    "notice_days" SMALLINT NOT NULL DEFAULT 0,
    "short_breaks" BOOLEAN NOT NULL DEFAULT false,
    "spot" BOOLEAN NOT NULL DEFAULT false,
    "opens_on" DATE,
    "closes_on" DATE,
    "registered" SMALLINT NOT NULL DEFAULT 0,
    "operational" SMALLINT NOT NULL DEFAULT 0,
    "usable" SMALLINT NOT NULL DEFAULT 0,
    "occupied" SMALLINT NOT NULL DEFAULT 0,
    "reserved" SMALLINT NOT NULL DEFAULT 0,
    "accepting" SMALLINT NOT NULL DEFAULT 0,
    "closed" SMALLINT NOT NULL DEFAULT 0,
    "closed_lost" SMALLINT NOT NULL DEFAULT 0,
    "accepting_open" SMALLINT NOT NULL DEFAULT 0,
    "closed_by_reason" JSONB NOT NULL DEFAULT '{}',
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_kind" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "home_place" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "reserved_until" DATE,
    "block_authority_code" VARCHAR(9),

    CONSTRAINT "home_place_pkey" PRIMARY KEY ("tenant_id","home_id","number")
);

-- CreateTable
CREATE TABLE "home_block" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "block_authority_code" VARCHAR(9) NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "authority_code" VARCHAR(9) NOT NULL,
    "places" SMALLINT NOT NULL,
    "occupied" SMALLINT NOT NULL,
    "accepting" SMALLINT NOT NULL,

    CONSTRAINT "home_block_pkey" PRIMARY KEY ("tenant_id","home_id","block_authority_code","from_at")
);

-- CreateTable
CREATE TABLE "home_event" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "provider_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_kind" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "registered" SMALLINT NOT NULL,
    "operational" SMALLINT NOT NULL,
    "usable" SMALLINT NOT NULL,
    "occupied" SMALLINT NOT NULL,
    "reserved" SMALLINT NOT NULL,
    "accepting" SMALLINT NOT NULL,
    "closed" SMALLINT NOT NULL,
    "closed_lost" SMALLINT NOT NULL,
    "closed_by_reason" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "home_event_pkey" PRIMARY KEY ("tenant_id","home_id","version")
);

-- CreateTable
CREATE TABLE "home_day" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "provider_id" INTEGER,
    "registered" SMALLINT NOT NULL,
    "operational" SMALLINT NOT NULL,
    "usable" SMALLINT NOT NULL,
    "occupied" SMALLINT NOT NULL,
    "reserved" SMALLINT NOT NULL,
    "accepting" SMALLINT NOT NULL,
    "closed" SMALLINT NOT NULL,
    "closed_lost" SMALLINT NOT NULL,
    "confirmed_on" DATE,

    CONSTRAINT "home_day_pkey" PRIMARY KEY ("tenant_id","home_id","day")
);

-- CreateTable
CREATE TABLE "home_night" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "night" DATE NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "provider_id" INTEGER,
    "capacity" SMALLINT NOT NULL,
    "used" SMALLINT NOT NULL,

    CONSTRAINT "home_night_pkey" PRIMARY KEY ("tenant_id","home_id","night")
);

-- CreateTable
CREATE TABLE "home_location" (
    "tenant_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "home_location_pkey" PRIMARY KEY ("tenant_id","home_id")
);

-- CreateTable
CREATE TABLE "home_plan" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "home_id" UUID,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "places" SMALLINT NOT NULL,
    "effective_on" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "cost" DECIMAL(12,2),
    "risk" TEXT,
    "risk_reason" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_plan_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "home_plan_stage" (
    "tenant_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "planned_on" DATE,
    "done_on" DATE,

    CONSTRAINT "home_plan_stage_pkey" PRIMARY KEY ("tenant_id","plan_id","stage")
);

-- CreateTable
CREATE TABLE "referral_note" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "criteria" JSONB NOT NULL,
    "offered" SMALLINT NOT NULL,
    "offered_by" JSONB NOT NULL DEFAULT '{}',
    "placed_by" TEXT,
    "placed_in" VARCHAR(9),
    "outcome" TEXT NOT NULL DEFAULT 'OPEN',
    "outcome_on" DATE,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_note_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "vacancy_search" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vacancy_search_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "home_authority_code_idx" ON "home"("authority_code");

-- CreateIndex
CREATE INDEX "home_provider_id_idx" ON "home"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "home_tenant_id_urn_key" ON "home"("tenant_id", "urn");

-- CreateIndex
CREATE UNIQUE INDEX "home_tenant_id_id_authority_code_key" ON "home"("tenant_id", "id", "authority_code");

-- CreateIndex
CREATE INDEX "home_block_block_authority_code_idx" ON "home_block"("block_authority_code");

-- CreateIndex
CREATE INDEX "home_event_at_idx" ON "home_event"("at");

-- CreateIndex
CREATE INDEX "home_day_authority_code_day_idx" ON "home_day"("authority_code", "day");

-- CreateIndex
CREATE UNIQUE INDEX "home_plan_tenant_id_reference_key" ON "home_plan"("tenant_id", "reference");

-- CreateIndex
CREATE INDEX "referral_note_tenant_id_made_at_idx" ON "referral_note"("tenant_id", "made_at");

-- CreateIndex
CREATE INDEX "referral_note_made_at_idx" ON "referral_note"("made_at");

-- CreateIndex
CREATE INDEX "vacancy_search_tenant_id_owner_id_idx" ON "vacancy_search"("tenant_id", "owner_id");

-- AddForeignKey
ALTER TABLE "home" ADD CONSTRAINT "home_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home" ADD CONSTRAINT "home_urn_synthetic_fkey" FOREIGN KEY ("urn", "synthetic") REFERENCES "service"("urn", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home" ADD CONSTRAINT "home_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home" ADD CONSTRAINT "home_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_place" ADD CONSTRAINT "home_place_tenant_id_home_id_fkey" FOREIGN KEY ("tenant_id", "home_id") REFERENCES "home"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_place" ADD CONSTRAINT "home_place_block_authority_code_fkey" FOREIGN KEY ("block_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_block" ADD CONSTRAINT "home_block_tenant_id_home_id_authority_code_fkey" FOREIGN KEY ("tenant_id", "home_id", "authority_code") REFERENCES "home"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_block" ADD CONSTRAINT "home_block_block_authority_code_fkey" FOREIGN KEY ("block_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_event" ADD CONSTRAINT "home_event_tenant_id_home_id_authority_code_fkey" FOREIGN KEY ("tenant_id", "home_id", "authority_code") REFERENCES "home"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_day" ADD CONSTRAINT "home_day_tenant_id_home_id_authority_code_fkey" FOREIGN KEY ("tenant_id", "home_id", "authority_code") REFERENCES "home"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_night" ADD CONSTRAINT "home_night_tenant_id_home_id_authority_code_fkey" FOREIGN KEY ("tenant_id", "home_id", "authority_code") REFERENCES "home"("tenant_id", "id", "authority_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_location" ADD CONSTRAINT "home_location_tenant_id_home_id_fkey" FOREIGN KEY ("tenant_id", "home_id") REFERENCES "home"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_plan" ADD CONSTRAINT "home_plan_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_plan" ADD CONSTRAINT "home_plan_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_plan" ADD CONSTRAINT "home_plan_tenant_id_home_id_fkey" FOREIGN KEY ("tenant_id", "home_id") REFERENCES "home"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_plan_stage" ADD CONSTRAINT "home_plan_stage_tenant_id_plan_id_fkey" FOREIGN KEY ("tenant_id", "plan_id") REFERENCES "home_plan"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_note" ADD CONSTRAINT "referral_note_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vacancy_search" ADD CONSTRAINT "vacancy_search_tenant_id_owner_id_fkey" FOREIGN KEY ("tenant_id", "owner_id") REFERENCES "membership"("organisation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
