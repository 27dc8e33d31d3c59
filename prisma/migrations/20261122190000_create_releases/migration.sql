-- CreateEnum
CREATE TYPE "release_audience" AS ENUM ('MEMBERS', 'REVIEWERS', 'PUBLIC');

-- CreateEnum
CREATE TYPE "release_status" AS ENUM ('BUILDING', 'FAILED', 'READY', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "release" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consortium_code" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "audience" "release_audience" NOT NULL,
    "version" SMALLINT NOT NULL,
    "status" "release_status" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "minimum_count" SMALLINT NOT NULL,
    "rounding" SMALLINT NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_role" TEXT NOT NULL,
    "publish_when_ready" BOOLEAN NOT NULL DEFAULT false,
    "built_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "contributors" TEXT[],

    CONSTRAINT "release_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "release_job" (
    "tenant_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "taken_by" UUID NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 1,
    "as_at" TIMESTAMPTZ(3) NOT NULL,
    "stage" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER,
    "checkpoint" JSONB,

    CONSTRAINT "release_job_pkey" PRIMARY KEY ("tenant_id","release_id")
);

-- CreateTable
CREATE TABLE "release_authority" (
    "tenant_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "contributes" BOOLEAN NOT NULL,
    "agreement_id" UUID,
    "agreement_version" SMALLINT,
    "reason" TEXT,
    "exact_to" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "release_authority_pkey" PRIMARY KEY ("tenant_id","release_id","authority_code")
);

-- CreateTable
CREATE TABLE "release_certificate" (
    "tenant_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "cells_hash" CHAR(64) NOT NULL,
    "audited_at" TIMESTAMPTZ(3) NOT NULL,
    "cells" INTEGER NOT NULL,
    "published" INTEGER NOT NULL,
    "suppressed" INTEGER NOT NULL,
    "narrowest_interval" DOUBLE PRECISION,
    "exact_recoveries" INTEGER NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "method" TEXT NOT NULL,
    "attackers" JSONB NOT NULL,
    "earlier" UUID[],

    CONSTRAINT "release_certificate_pkey" PRIMARY KEY ("tenant_id","release_id")
);

-- CreateTable
CREATE TABLE "release_cell" (
    "tenant_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "codes" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "indicator_id" SMALLINT,
    "dataset" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "value" DOUBLE PRECISION,
    "symbol" CHAR(1),

    CONSTRAINT "release_cell_pkey" PRIMARY KEY ("tenant_id","release_id","table_name","codes","area")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_tenant_id_consortium_code_dataset_period_audience_v_key" ON "release"("tenant_id", "consortium_code", "dataset", "period", "audience", "version");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_consortium_code_fkey" FOREIGN KEY ("consortium_code") REFERENCES "consortium"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_job" ADD CONSTRAINT "release_job_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_authority" ADD CONSTRAINT "release_authority_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_authority" ADD CONSTRAINT "release_authority_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_certificate" ADD CONSTRAINT "release_certificate_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_cell" ADD CONSTRAINT "release_cell_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release_certificate"("tenant_id", "release_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_cell" ADD CONSTRAINT "release_cell_indicator_id_dataset_fkey" FOREIGN KEY ("indicator_id", "dataset") REFERENCES "indicator"("id", "dataset") ON DELETE RESTRICT ON UPDATE CASCADE;
