-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "collected" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable: no figure has been recorded before this.
ALTER TABLE "observation" DROP COLUMN "row",
ADD COLUMN     "formula" TEXT,
ADD COLUMN     "rows" INTEGER[],
ADD COLUMN     "table_name" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "return_row" (
    "tenant_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "return_row_pkey" PRIMARY KEY ("tenant_id","return_id","table_name","row")
);

-- CreateIndex
CREATE UNIQUE INDEX "indicator_id_dataset_key" ON "indicator"("id", "dataset");

-- AddForeignKey
ALTER TABLE "return_row" ADD CONSTRAINT "return_row_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_dataset_fkey" FOREIGN KEY ("indicator_id", "dataset") REFERENCES "indicator"("id", "dataset") ON DELETE RESTRICT ON UPDATE CASCADE;
