-- CreateTable
CREATE TABLE "provider_use" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "month" TEXT NOT NULL,
    "month_end" DATE NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "urn" TEXT,
    "host_authority_code" VARCHAR(9),
    "service" TEXT NOT NULL,
    "sourcing" TEXT NOT NULL,
    "placements" SMALLINT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "provider_use_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "provider_use_price" (
    "tenant_id" UUID NOT NULL,
    "use_id" UUID NOT NULL,
    "weekly_cost" DECIMAL(10,2) NOT NULL,
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "provider_use_price_pkey" PRIMARY KEY ("tenant_id","use_id")
);

-- CreateTable
CREATE TABLE "notification_read" (
    "tenant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_read_pkey" PRIMARY KEY ("tenant_id","account_id","key")
);

-- CreateIndex
CREATE INDEX "provider_use_authority_code_month_end_idx" ON "provider_use"("authority_code", "month_end");

-- CreateIndex
CREATE INDEX "provider_use_urn_idx" ON "provider_use"("urn");

-- CreateIndex
CREATE UNIQUE INDEX "provider_use_tenant_id_id_synthetic_key" ON "provider_use"("tenant_id", "id", "synthetic");

-- CreateIndex
CREATE UNIQUE INDEX "provider_use_price_tenant_id_use_id_synthetic_key" ON "provider_use_price"("tenant_id", "use_id", "synthetic");

-- AddForeignKey
ALTER TABLE "provider_use" ADD CONSTRAINT "provider_use_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_use" ADD CONSTRAINT "provider_use_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_use" ADD CONSTRAINT "provider_use_host_authority_code_fkey" FOREIGN KEY ("host_authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_use" ADD CONSTRAINT "provider_use_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_use" ADD CONSTRAINT "provider_use_urn_synthetic_fkey" FOREIGN KEY ("urn", "synthetic") REFERENCES "service"("urn", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_use_price" ADD CONSTRAINT "provider_use_price_tenant_id_use_id_synthetic_fkey" FOREIGN KEY ("tenant_id", "use_id", "synthetic") REFERENCES "provider_use"("tenant_id", "id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_read" ADD CONSTRAINT "notification_read_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "membership"("organisation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
