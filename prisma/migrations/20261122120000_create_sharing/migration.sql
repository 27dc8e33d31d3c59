-- CreateEnum
CREATE TYPE "sharing_level" AS ENUM ('NONE', 'RELEASED', 'EXACT', 'RECORDS');

-- CreateEnum
CREATE TYPE "agreement_status" AS ENUM ('DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "sharing_recipient" AS ENUM ('HUB', 'MEMBERS', 'PLACEMENT_OFFICERS', 'PROVIDERS', 'REVIEWERS', 'PUBLIC');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('CONTROLLER', 'JOINT_CONTROLLER', 'PROCESSOR');

-- CreateTable
CREATE TABLE "audit_event" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "actor_organisation_id" UUID NOT NULL,
    "agreement_id" UUID,
    "agreement_version" SMALLINT,
    "details" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "tenant_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "chained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("tenant_id","sequence")
);

-- CreateTable
CREATE TABLE "return" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "dataset" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "observation" (
    "tenant_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "indicator_id" SMALLINT NOT NULL,
    "dataset" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "value" DOUBLE PRECISION,
    "symbol" CHAR(1),
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "status" "figure_status" NOT NULL DEFAULT 'FINAL',
    "synthetic" BOOLEAN NOT NULL,
    "return_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "observation_pkey" PRIMARY KEY ("tenant_id","indicator_id","authority_code","period_end","recorded_at")
);

-- CreateTable
CREATE TABLE "sharing_agreement" (
    "id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "agreement_status" NOT NULL,
    "drafted_by" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "purposes" TEXT[],
    "why_necessary" TEXT NOT NULL,
    "statutory_gateway" TEXT NOT NULL,
    "lawful_basis_article_6" TEXT NOT NULL,
    "condition_article_9" TEXT,
    "condition_schedule_1" TEXT,
    "policy_document_reference" TEXT,
    "categories_of_people" TEXT[],
    "contains_special_category" BOOLEAN NOT NULL,
    "contains_criminal" BOOLEAN NOT NULL,
    "rights_contact" TEXT NOT NULL,
    "processor_terms" TEXT,
    "dpia_reference" TEXT,
    "dpia_dated_on" DATE,
    "residual_risk" TEXT,
    "privacy_notice_urls" TEXT[],
    "security_measures" TEXT NOT NULL,
    "breach_contact" TEXT NOT NULL,
    "breach_hours" SMALLINT NOT NULL,
    "retention" TEXT NOT NULL,
    "deletion_at_end" TEXT NOT NULL,
    "international_transfer" TEXT NOT NULL,
    "onward_sharing" TEXT NOT NULL,
    "audit_right" TEXT NOT NULL,
    "termination_notice" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "review_due_on" DATE NOT NULL,
    "access_review_months" SMALLINT NOT NULL,
    "access_reviewed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "suspended_by" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sharing_agreement_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "agreement_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "party_role" NOT NULL,
    "ico_number" TEXT,
    "dpo_contact" TEXT NOT NULL,
    "signatory" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by" TEXT,

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("agreement_id","version","organisation_id")
);

-- CreateTable
CREATE TABLE "agreement_item" (
    "agreement_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "dataset" TEXT NOT NULL,
    "recipient" "sharing_recipient" NOT NULL,
    "level" "sharing_level" NOT NULL,
    "granularity" TEXT NOT NULL,
    "minimum_count" SMALLINT NOT NULL,
    "rounding" SMALLINT NOT NULL,
    "history_months" SMALLINT NOT NULL,

    CONSTRAINT "agreement_item_pkey" PRIMARY KEY ("agreement_id","version","dataset","recipient")
);

-- CreateIndex
CREATE INDEX "audit_event_tenant_id_occurred_at_id_idx" ON "audit_event"("tenant_id", "occurred_at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_event_occurred_at_idx" ON "audit_event"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_tenant_id_event_id_key" ON "audit_link"("tenant_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_tenant_id_authority_code_dataset_period_version_key" ON "return"("tenant_id", "authority_code", "dataset", "period", "version");

-- CreateIndex
CREATE INDEX "sharing_agreement_consortium_code_idx" ON "sharing_agreement"("consortium_code");

-- CreateIndex
CREATE INDEX "agreement_party_organisation_id_idx" ON "agreement_party"("organisation_id");

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_organisation_id_fkey" FOREIGN KEY ("actor_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_tenant_id_event_id_fkey" FOREIGN KEY ("tenant_id", "event_id") REFERENCES "audit_event"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_drafted_by_fkey" FOREIGN KEY ("drafted_by") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_suspended_by_fkey" FOREIGN KEY ("suspended_by") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_version_fkey" FOREIGN KEY ("agreement_id", "version") REFERENCES "sharing_agreement"("id", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_item" ADD CONSTRAINT "agreement_item_agreement_id_version_fkey" FOREIGN KEY ("agreement_id", "version") REFERENCES "sharing_agreement"("id", "version") ON DELETE CASCADE ON UPDATE CASCADE;
