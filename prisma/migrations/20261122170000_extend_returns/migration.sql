-- CreateEnum
CREATE TYPE "return_status" AS ENUM ('PROBLEMS', 'READY', 'SUBMITTED', 'APPROVED', 'ACCEPTED', 'WITHDRAWN', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "return_kind" AS ENUM ('FILE', 'NIL', 'NO_CHANGE', 'GENERATED');

-- CreateEnum
CREATE TYPE "problem_severity" AS ENUM ('ERROR', 'QUERY', 'NOTE');

-- AlterTable
ALTER TABLE "return" ADD COLUMN     "accepted_by" UUID,
ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "attestation" TEXT,
ADD COLUMN     "content_hash" CHAR(64),
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "format" TEXT,
ADD COLUMN     "idempotency_key" TEXT,
ADD COLUMN     "kind" "return_kind",
ADD COLUMN     "period_end" DATE,
ADD COLUMN     "received_at" TIMESTAMPTZ(3),
ADD COLUMN     "received_by" UUID,
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "status" "return_status",
ADD COLUMN     "submitted_by" UUID,
ALTER COLUMN "accepted_at" DROP NOT NULL;

-- What a demonstration made up before this is monthly, and was accepted. Policies hold the owner too, but for here.
ALTER TABLE "return" NO FORCE ROW LEVEL SECURITY;
UPDATE "return" r SET
  "period_end" = (r."period" || '-01')::date + interval '1 month' - interval '1 day',
  "kind" = 'GENERATED',
  "format" = r."dataset" || ' 2026-27 v1',
  "content_hash" = encode(sha256(r."id"::text::bytea), 'hex'),
  "received_at" = r."accepted_at",
  "approved_at" = r."accepted_at",
  "ended_at" = later."accepted_at",
  "status" = CASE WHEN later."accepted_at" IS NULL THEN 'ACCEPTED' ELSE 'SUPERSEDED' END::"return_status"
FROM "return" same LEFT JOIN LATERAL (
  SELECT min(l."accepted_at") AS "accepted_at" FROM "return" l
  WHERE (l."tenant_id", l."authority_code", l."dataset", l."period") = (same."tenant_id", same."authority_code", same."dataset", same."period")
    AND l."version" > same."version") later ON true
WHERE same."tenant_id" = r."tenant_id" AND same."id" = r."id";
ALTER TABLE "return" FORCE ROW LEVEL SECURITY;

ALTER TABLE "return" ALTER COLUMN "content_hash" SET NOT NULL,
ALTER COLUMN "format" SET NOT NULL,
ALTER COLUMN "kind" SET NOT NULL,
ALTER COLUMN "period_end" SET NOT NULL,
ALTER COLUMN "received_at" SET NOT NULL,
ALTER COLUMN "status" SET NOT NULL;

-- CreateTable
CREATE TABLE "return_progress" (
    "tenant_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER,
    "return_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_progress_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "return_step" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_step_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "return_problem" (
    "tenant_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "severity" "problem_severity" NOT NULL,
    "rule" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "mend" TEXT NOT NULL,
    "table_name" TEXT,
    "sheet" TEXT,
    "row" INTEGER,
    "column" TEXT,
    "value" TEXT,
    "explanation" TEXT,
    "explained_by" TEXT,
    "explained_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_problem_pkey" PRIMARY KEY ("tenant_id","return_id","nth")
);

-- CreateTable
CREATE TABLE "return_figure" (
    "tenant_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "indicator_id" SMALLINT NOT NULL,
    "dataset" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "symbol" CHAR(1),
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "formula" TEXT,
    "table_name" TEXT NOT NULL,
    "rows" INTEGER[],

    CONSTRAINT "return_figure_pkey" PRIMARY KEY ("tenant_id","return_id","indicator_id")
);

-- CreateTable
CREATE TABLE "return_file" (
    "tenant_id" UUID NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "keep_until" DATE NOT NULL,

    CONSTRAINT "return_file_pkey" PRIMARY KEY ("tenant_id","content_hash")
);

-- CreateTable
CREATE TABLE "return_file_part" (
    "tenant_id" UUID NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "part" SMALLINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "return_file_part_pkey" PRIMARY KEY ("tenant_id","content_hash","part")
);

-- CreateTable
CREATE TABLE "return_upload" (
    "tenant_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "nth" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "content_hash" CHAR(64),

    CONSTRAINT "return_upload_pkey" PRIMARY KEY ("tenant_id","return_id","nth")
);

-- CreateIndex
CREATE INDEX "return_step_tenant_id_return_id_at_idx" ON "return_step"("tenant_id", "return_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "return_tenant_id_idempotency_key_key" ON "return"("tenant_id", "idempotency_key");

-- AddForeignKey
ALTER TABLE "return_progress" ADD CONSTRAINT "return_progress_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_step" ADD CONSTRAINT "return_step_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_step" ADD CONSTRAINT "return_step_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_problem" ADD CONSTRAINT "return_problem_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_figure" ADD CONSTRAINT "return_figure_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_figure" ADD CONSTRAINT "return_figure_indicator_id_dataset_fkey" FOREIGN KEY ("indicator_id", "dataset") REFERENCES "indicator"("id", "dataset") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_file" ADD CONSTRAINT "return_file_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_file_part" ADD CONSTRAINT "return_file_part_tenant_id_content_hash_fkey" FOREIGN KEY ("tenant_id", "content_hash") REFERENCES "return_file"("tenant_id", "content_hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_upload" ADD CONSTRAINT "return_upload_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_upload" ADD CONSTRAINT "return_upload_tenant_id_content_hash_fkey" FOREIGN KEY ("tenant_id", "content_hash") REFERENCES "return_file"("tenant_id", "content_hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The figures of what was made up before this.
ALTER TABLE "observation" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "return_figure" ("tenant_id", "return_id", "indicator_id", "dataset", "value", "symbol", "numerator",
  "denominator", "formula", "table_name", "rows")
SELECT "tenant_id", "return_id", "indicator_id", "dataset", "value", "symbol", "numerator", "denominator", "formula",
  "table_name", "rows" FROM "observation";
ALTER TABLE "observation" FORCE ROW LEVEL SECURITY;
