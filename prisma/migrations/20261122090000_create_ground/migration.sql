-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('TENANT', 'HUB', 'PROVIDER');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('HIGH', 'LOW', 'NONE');

-- CreateEnum
CREATE TYPE "figure_status" AS ENUM ('FINAL', 'PROVISIONAL', 'REVISED');

-- CreateEnum
CREATE TYPE "saved_comparison_visibility" AS ENUM ('PRIVATE', 'ORGANISATION');

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "consortium_code" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_authority" (
    "organisation_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,

    CONSTRAINT "organisation_authority_pkey" PRIMARY KEY ("organisation_id","authority_code")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id","account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "secret_hash" CHAR(64) NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("secret_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "secret_hash" CHAR(64) NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("secret_hash")
);

-- CreateTable
CREATE TABLE "platform_stamp" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "stamped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_stamp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" VARCHAR(9) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "authority" (
    "code" VARCHAR(9) NOT NULL,
    "dfe_code" VARCHAR(3) NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" VARCHAR(9) NOT NULL,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "authority_name" (
    "publisher" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,

    CONSTRAINT "authority_name_pkey" PRIMARY KEY ("publisher","name")
);

-- CreateTable
CREATE TABLE "authority_predecessor" (
    "authority_code" VARCHAR(9) NOT NULL,
    "predecessor_code" VARCHAR(9) NOT NULL,
    "predecessor_name" TEXT NOT NULL,
    "ended_on" DATE NOT NULL,
    "same_area" BOOLEAN NOT NULL,

    CONSTRAINT "authority_predecessor_pkey" PRIMARY KEY ("authority_code","predecessor_code")
);

-- CreateTable
CREATE TABLE "consortium" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "consortium_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "consortium_member" (
    "consortium_code" TEXT NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "consortium_member_pkey" PRIMARY KEY ("consortium_code","authority_code","joined_on")
);

-- CreateTable
CREATE TABLE "statistical_neighbour" (
    "authority_code" VARCHAR(9) NOT NULL,
    "position" SMALLINT NOT NULL,
    "neighbour_code" VARCHAR(9) NOT NULL,
    "closeness" TEXT NOT NULL,
    "model" SMALLINT NOT NULL,

    CONSTRAINT "statistical_neighbour_pkey" PRIMARY KEY ("model","authority_code","position")
);

-- CreateTable
CREATE TABLE "population_estimate" (
    "area_code" VARCHAR(9) NOT NULL,
    "year" SMALLINT NOT NULL,
    "children" INTEGER,
    "symbol" CHAR(1),
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "population_estimate_pkey" PRIMARY KEY ("area_code","year")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SMALLSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "cohort" TEXT,
    "numerator_text" TEXT,
    "denominator_text" TEXT,
    "unit" TEXT NOT NULL,
    "decimals" SMALLINT NOT NULL,
    "polarity" "polarity" NOT NULL,
    "period_basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "cautions" TEXT[],

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_period" (
    "indicator_id" SMALLINT NOT NULL,
    "ends_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "indicator_period_pkey" PRIMARY KEY ("indicator_id","ends_on")
);

-- CreateTable
CREATE TABLE "reference_source" (
    "id" SERIAL NOT NULL,
    "file" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "vintage" DATE NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_observation" (
    "indicator_id" SMALLINT NOT NULL,
    "area_code" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "value" DOUBLE PRECISION,
    "symbol" CHAR(1),
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "status" "figure_status" NOT NULL DEFAULT 'FINAL',
    "formula" TEXT,
    "reason" TEXT,
    "source_id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "reference_observation_pkey" PRIMARY KEY ("indicator_id","area_code","period_end","recorded_at")
);

-- CreateTable
CREATE TABLE "saved_comparison" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" "saved_comparison_visibility" NOT NULL,
    "query" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_comparison_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "account_name_key" ON "account"("name");

-- CreateIndex
CREATE UNIQUE INDEX "authority_dfe_code_key" ON "authority"("dfe_code");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_key_version_key" ON "indicator"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_period_indicator_id_label_key" ON "indicator_period"("indicator_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "reference_source_file_content_hash_key" ON "reference_source"("file", "content_hash");

-- CreateIndex
CREATE INDEX "saved_comparison_tenant_id_updated_at_idx" ON "saved_comparison"("tenant_id", "updated_at");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_authority" ADD CONSTRAINT "organisation_authority_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_authority" ADD CONSTRAINT "organisation_authority_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority" ADD CONSTRAINT "authority_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_name" ADD CONSTRAINT "authority_name_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_predecessor" ADD CONSTRAINT "authority_predecessor_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistical_neighbour" ADD CONSTRAINT "statistical_neighbour_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistical_neighbour" ADD CONSTRAINT "statistical_neighbour_neighbour_code_fkey" FOREIGN KEY ("neighbour_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "population_estimate" ADD CONSTRAINT "population_estimate_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_period" ADD CONSTRAINT "indicator_period_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_comparison" ADD CONSTRAINT "saved_comparison_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_comparison" ADD CONSTRAINT "saved_comparison_tenant_id_owner_id_fkey" FOREIGN KEY ("tenant_id", "owner_id") REFERENCES "membership"("organisation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
