-- CreateEnum
CREATE TYPE "framework_date_kind" AS ENUM ('OPENED', 'REOPENED', 'AWARDED', 'EXTENDED');

-- CreateEnum
CREATE TYPE "uplift_status" AS ENUM ('ASKED', 'IN_HAND', 'AGREED', 'PARTLY_AGREED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "organisation_provider" (
    "organisation_id" UUID NOT NULL,
    "provider_id" INTEGER NOT NULL,

    CONSTRAINT "organisation_provider_pkey" PRIMARY KEY ("organisation_id","provider_id")
);

-- CreateTable
CREATE TABLE "framework" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ocid" TEXT,
    "lead_authority_code" VARCHAR(9),
    "lead_text" TEXT NOT NULL,
    "services" TEXT[],
    "starts_on" DATE,
    "ends_on" DATE,
    "open_to_new" BOOLEAN NOT NULL,
    "notice_months" SMALLINT,
    "decision_lead_months" SMALLINT,
    "value" DECIMAL(14,2),
    "condition_judgement" "judgement",
    "condition" TEXT,
    "printed_providers" INTEGER,
    "printed_memberships" INTEGER,
    "printed_homes" INTEGER,
    "source" TEXT NOT NULL,
    "source_url" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "framework_lot" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "service" TEXT,
    "need" TEXT,
    "maximum_weekly_price" DECIMAL(10,2),
    "printed_memberships" INTEGER,

    CONSTRAINT "framework_lot_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "framework_tier" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "hours_to_respond" SMALLINT,

    CONSTRAINT "framework_tier_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "framework_buyer" (
    "tenant_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,

    CONSTRAINT "framework_buyer_pkey" PRIMARY KEY ("tenant_id","framework_id","authority_code")
);

-- CreateTable
CREATE TABLE "framework_date" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "kind" "framework_date_kind" NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "framework_date_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "framework_extension" (
    "tenant_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "nth" SMALLINT NOT NULL,
    "months" SMALLINT NOT NULL,
    "decide_by_months" SMALLINT,
    "taken_on" DATE,

    CONSTRAINT "framework_extension_pkey" PRIMARY KEY ("tenant_id","framework_id","nth")
);

-- CreateTable
CREATE TABLE "framework_notice" (
    "tenant_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "notice_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT,

    CONSTRAINT "framework_notice_pkey" PRIMARY KEY ("tenant_id","framework_id","notice_id")
);

-- CreateTable
CREATE TABLE "framework_award" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "tier_id" UUID,
    "provider_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "source" TEXT,
    "synthetic" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "framework_award_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "service_offer" (
    "tenant_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "urn" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "service_offer_pkey" PRIMARY KEY ("tenant_id","award_id","urn")
);

-- CreateTable
CREATE TABLE "award_price" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "need" TEXT NOT NULL DEFAULT '',
    "weekly_price" DECIMAL(10,2) NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_price_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "call_off" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "holder_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "placements" SMALLINT NOT NULL,
    "weekly_price" DECIMAL(10,2),
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "call_off_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "block_contract" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "reference" TEXT NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "beds" SMALLINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "notice_months" SMALLINT,
    "decision_lead_months" SMALLINT,
    "source" TEXT,
    "synthetic" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_contract_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "block_contract_service" (
    "tenant_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "urn" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "block_contract_service_pkey" PRIMARY KEY ("tenant_id","contract_id","urn")
);

-- CreateTable
CREATE TABLE "block_contract_extension" (
    "tenant_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "nth" SMALLINT NOT NULL,
    "months" SMALLINT NOT NULL,
    "decide_by_months" SMALLINT,
    "taken_on" DATE,

    CONSTRAINT "block_contract_extension_pkey" PRIMARY KEY ("tenant_id","contract_id","nth")
);

-- CreateTable
CREATE TABLE "block_contract_month" (
    "tenant_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "month_end" DATE NOT NULL,
    "beds" SMALLINT NOT NULL,
    "occupied" SMALLINT NOT NULL,
    "void_days" SMALLINT NOT NULL,

    CONSTRAINT "block_contract_month_pkey" PRIMARY KEY ("tenant_id","contract_id","month")
);

-- CreateTable
CREATE TABLE "block_contract_price" (
    "tenant_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "weekly_price" DECIMAL(10,2) NOT NULL,
    "spot_weekly_price" DECIMAL(10,2),

    CONSTRAINT "block_contract_price_pkey" PRIMARY KEY ("tenant_id","contract_id")
);

-- CreateTable
CREATE TABLE "uplift_request" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "asked_on" DATE NOT NULL,
    "percent" DECIMAL(5,2) NOT NULL,
    "reason" TEXT NOT NULL,
    "link_authority_code" VARCHAR(9) NOT NULL,
    "status" "uplift_status" NOT NULL,
    "granted_percent" DECIMAL(5,2),
    "decided_on" DATE,
    "synthetic" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uplift_request_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "uplift_answer" (
    "tenant_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "granted_percent" DECIMAL(5,2) NOT NULL,
    "from_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uplift_answer_pkey" PRIMARY KEY ("tenant_id","holder_id","request_id","authority_code")
);

-- CreateIndex
CREATE UNIQUE INDEX "framework_tenant_id_reference_key" ON "framework"("tenant_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "framework_tenant_id_ocid_key" ON "framework"("tenant_id", "ocid");

-- CreateIndex
CREATE UNIQUE INDEX "framework_lot_tenant_id_framework_id_id_key" ON "framework_lot"("tenant_id", "framework_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_lot_tenant_id_framework_id_number_key" ON "framework_lot"("tenant_id", "framework_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "framework_tier_tenant_id_lot_id_id_key" ON "framework_tier"("tenant_id", "lot_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_tier_tenant_id_lot_id_number_key" ON "framework_tier"("tenant_id", "lot_id", "number");

-- CreateIndex
CREATE INDEX "framework_buyer_authority_code_idx" ON "framework_buyer"("authority_code");

-- CreateIndex
CREATE UNIQUE INDEX "framework_date_tenant_id_framework_id_kind_on_key" ON "framework_date"("tenant_id", "framework_id", "kind", "on");

-- CreateIndex
CREATE INDEX "framework_award_tenant_id_framework_id_idx" ON "framework_award"("tenant_id", "framework_id");

-- CreateIndex
CREATE INDEX "framework_award_provider_id_idx" ON "framework_award"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_award_tenant_id_id_synthetic_key" ON "framework_award"("tenant_id", "id", "synthetic");

-- CreateIndex
CREATE INDEX "service_offer_urn_idx" ON "service_offer"("urn");

-- CreateIndex
CREATE UNIQUE INDEX "award_price_tenant_id_holder_id_award_id_need_key" ON "award_price"("tenant_id", "holder_id", "award_id", "need");

-- CreateIndex
CREATE INDEX "call_off_tenant_id_holder_id_award_id_idx" ON "call_off"("tenant_id", "holder_id", "award_id");

-- CreateIndex
CREATE UNIQUE INDEX "block_contract_tenant_id_id_synthetic_key" ON "block_contract"("tenant_id", "id", "synthetic");

-- CreateIndex
CREATE UNIQUE INDEX "block_contract_tenant_id_authority_code_reference_key" ON "block_contract"("tenant_id", "authority_code", "reference");

-- CreateIndex
CREATE INDEX "block_contract_service_urn_idx" ON "block_contract_service"("urn");

-- CreateIndex
CREATE INDEX "uplift_request_tenant_id_framework_id_idx" ON "uplift_request"("tenant_id", "framework_id");

-- AddForeignKey
ALTER TABLE "organisation_provider" ADD CONSTRAINT "organisation_provider_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_provider" ADD CONSTRAINT "organisation_provider_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_lead_authority_code_fkey" FOREIGN KEY ("lead_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_lot" ADD CONSTRAINT "framework_lot_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_tier" ADD CONSTRAINT "framework_tier_tenant_id_lot_id_fkey" FOREIGN KEY ("tenant_id", "lot_id") REFERENCES "framework_lot"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_buyer" ADD CONSTRAINT "framework_buyer_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_buyer" ADD CONSTRAINT "framework_buyer_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_date" ADD CONSTRAINT "framework_date_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_extension" ADD CONSTRAINT "framework_extension_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_notice" ADD CONSTRAINT "framework_notice_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_award" ADD CONSTRAINT "framework_award_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_award" ADD CONSTRAINT "framework_award_tenant_id_framework_id_lot_id_fkey" FOREIGN KEY ("tenant_id", "framework_id", "lot_id") REFERENCES "framework_lot"("tenant_id", "framework_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_award" ADD CONSTRAINT "framework_award_tenant_id_lot_id_tier_id_fkey" FOREIGN KEY ("tenant_id", "lot_id", "tier_id") REFERENCES "framework_tier"("tenant_id", "lot_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_award" ADD CONSTRAINT "framework_award_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_offer" ADD CONSTRAINT "service_offer_tenant_id_award_id_synthetic_fkey" FOREIGN KEY ("tenant_id", "award_id", "synthetic") REFERENCES "framework_award"("tenant_id", "id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_offer" ADD CONSTRAINT "service_offer_urn_synthetic_fkey" FOREIGN KEY ("urn", "synthetic") REFERENCES "service"("urn", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_price" ADD CONSTRAINT "award_price_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_off" ADD CONSTRAINT "call_off_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_off" ADD CONSTRAINT "call_off_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract" ADD CONSTRAINT "block_contract_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract" ADD CONSTRAINT "block_contract_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract" ADD CONSTRAINT "block_contract_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract_service" ADD CONSTRAINT "block_contract_service_tenant_id_contract_id_synthetic_fkey" FOREIGN KEY ("tenant_id", "contract_id", "synthetic") REFERENCES "block_contract"("tenant_id", "id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract_service" ADD CONSTRAINT "block_contract_service_urn_synthetic_fkey" FOREIGN KEY ("urn", "synthetic") REFERENCES "service"("urn", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract_extension" ADD CONSTRAINT "block_contract_extension_tenant_id_contract_id_fkey" FOREIGN KEY ("tenant_id", "contract_id") REFERENCES "block_contract"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract_month" ADD CONSTRAINT "block_contract_month_tenant_id_contract_id_fkey" FOREIGN KEY ("tenant_id", "contract_id") REFERENCES "block_contract"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_contract_price" ADD CONSTRAINT "block_contract_price_tenant_id_contract_id_fkey" FOREIGN KEY ("tenant_id", "contract_id") REFERENCES "block_contract"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uplift_request" ADD CONSTRAINT "uplift_request_tenant_id_framework_id_fkey" FOREIGN KEY ("tenant_id", "framework_id") REFERENCES "framework"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uplift_request" ADD CONSTRAINT "uplift_request_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uplift_request" ADD CONSTRAINT "uplift_request_link_authority_code_fkey" FOREIGN KEY ("link_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uplift_answer" ADD CONSTRAINT "uplift_answer_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uplift_answer" ADD CONSTRAINT "uplift_answer_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
