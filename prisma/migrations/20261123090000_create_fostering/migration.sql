-- CreateTable
CREATE TABLE "fostering_enquiry" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "authority_code" VARCHAR(9),
    "reference" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "campaign" TEXT,
    "area" TEXT,
    "household_type" TEXT NOT NULL,
    "back_loaded" BOOLEAN NOT NULL DEFAULT false,
    "duplicate_of" UUID,
    "reapplication_of" UUID,
    "received_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "first_response_on" DATE,
    "first_response_at" TIMESTAMPTZ(3),
    "information_event_on" DATE,
    "initial_visit_on" DATE,
    "application_on" DATE,
    "stage1_start_on" DATE,
    "stage1_end_on" DATE,
    "stage2_start_on" DATE,
    "stage2_end_on" DATE,
    "panel_on" DATE,
    "decision_on" DATE,
    "approval_on" DATE,
    "withdrawn_on" DATE,
    "withdrawal_reason" TEXT,
    "withdrawn_by" TEXT,
    "withdrawn_at_stage" TEXT,
    "not_approved_on" DATE,
    "hold_since" DATE,
    "held_days" INTEGER NOT NULL DEFAULT 0,
    "holds" JSONB,
    "own_stages" JSONB,
    "closed_on" DATE,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fostering_enquiry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_event" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "happened_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "by_whom" TEXT,
    "stage_set_version" SMALLINT NOT NULL DEFAULT 0,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "retracted_at" TIMESTAMPTZ(3),
    "retracted_by" UUID,

    CONSTRAINT "fostering_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_query" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "happened_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "by_whom" TEXT,
    "question" TEXT NOT NULL,
    "against" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_of" UUID,
    "answer" TEXT,
    "explanation" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "event_id" UUID,

    CONSTRAINT "fostering_query_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_transfer" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "from_authority_code" VARCHAR(9),
    "to_authority_code" VARCHAR(9),
    "on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "fostering_transfer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fostering_stage_set" (
    "tenant_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "in_force_from" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,

    CONSTRAINT "fostering_stage_set_pkey" PRIMARY KEY ("tenant_id","version")
);

-- CreateTable
CREATE TABLE "fostering_stage" (
    "tenant_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "used" BOOLEAN NOT NULL,
    "clock_from" TEXT,
    "clock_limit" SMALLINT,
    "clock_unit" TEXT,
    "standard" BOOLEAN NOT NULL,

    CONSTRAINT "fostering_stage_pkey" PRIMARY KEY ("tenant_id","version","code")
);

-- CreateIndex
CREATE INDEX "fostering_enquiry_consortium_code_received_on_idx" ON "fostering_enquiry"("consortium_code", "received_on");

-- CreateIndex
CREATE INDEX "fostering_enquiry_tenant_id_duplicate_of_idx" ON "fostering_enquiry"("tenant_id", "duplicate_of");

-- CreateIndex
CREATE INDEX "fostering_enquiry_tenant_id_reapplication_of_idx" ON "fostering_enquiry"("tenant_id", "reapplication_of");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_enquiry_tenant_id_reference_key" ON "fostering_enquiry"("tenant_id", "reference");

-- CreateIndex
CREATE INDEX "fostering_event_tenant_id_enquiry_id_idx" ON "fostering_event"("tenant_id", "enquiry_id");

-- CreateIndex
CREATE INDEX "fostering_query_tenant_id_enquiry_id_idx" ON "fostering_query"("tenant_id", "enquiry_id");

-- CreateIndex
CREATE INDEX "fostering_transfer_from_authority_code_idx" ON "fostering_transfer"("from_authority_code");

-- CreateIndex
CREATE INDEX "fostering_transfer_to_authority_code_idx" ON "fostering_transfer"("to_authority_code");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_transfer_tenant_id_enquiry_id_version_key" ON "fostering_transfer"("tenant_id", "enquiry_id", "version");

-- CreateIndex
CREATE INDEX "fostering_stage_set_consortium_code_in_force_from_idx" ON "fostering_stage_set"("consortium_code", "in_force_from");

-- AddForeignKey
ALTER TABLE "fostering_enquiry" ADD CONSTRAINT "fostering_enquiry_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_enquiry" ADD CONSTRAINT "fostering_enquiry_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_enquiry" ADD CONSTRAINT "fostering_enquiry_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_enquiry" ADD CONSTRAINT "fostering_enquiry_tenant_id_duplicate_of_fkey" FOREIGN KEY ("tenant_id", "duplicate_of") REFERENCES "fostering_enquiry"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_enquiry" ADD CONSTRAINT "fostering_enquiry_tenant_id_reapplication_of_fkey" FOREIGN KEY ("tenant_id", "reapplication_of") REFERENCES "fostering_enquiry"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_event" ADD CONSTRAINT "fostering_event_tenant_id_enquiry_id_fkey" FOREIGN KEY ("tenant_id", "enquiry_id") REFERENCES "fostering_enquiry"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_query" ADD CONSTRAINT "fostering_query_tenant_id_enquiry_id_fkey" FOREIGN KEY ("tenant_id", "enquiry_id") REFERENCES "fostering_enquiry"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_query" ADD CONSTRAINT "fostering_query_tenant_id_event_id_fkey" FOREIGN KEY ("tenant_id", "event_id") REFERENCES "fostering_event"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_transfer" ADD CONSTRAINT "fostering_transfer_tenant_id_enquiry_id_fkey" FOREIGN KEY ("tenant_id", "enquiry_id") REFERENCES "fostering_enquiry"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_transfer" ADD CONSTRAINT "fostering_transfer_from_authority_code_fkey" FOREIGN KEY ("from_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_transfer" ADD CONSTRAINT "fostering_transfer_to_authority_code_fkey" FOREIGN KEY ("to_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_stage_set" ADD CONSTRAINT "fostering_stage_set_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_stage_set" ADD CONSTRAINT "fostering_stage_set_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_stage" ADD CONSTRAINT "fostering_stage_tenant_id_version_fkey" FOREIGN KEY ("tenant_id", "version") REFERENCES "fostering_stage_set"("tenant_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
