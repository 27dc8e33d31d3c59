-- CreateEnum
CREATE TYPE "provision_type" AS ENUM ('CHILDRENS_HOME', 'SUPPORTED_ACCOMMODATION', 'INDEPENDENT_FOSTERING_AGENCY', 'RESIDENTIAL_FAMILY_CENTRE', 'RESIDENTIAL_SPECIAL_SCHOOL', 'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME', 'BOARDING_SCHOOL', 'FURTHER_EDUCATION_COLLEGE', 'VOLUNTARY_ADOPTION_AGENCY', 'ADOPTION_SUPPORT_AGENCY', 'SECURE_CHILDRENS_HOME', 'HOLIDAY_SCHEME', 'SECURE_TRAINING_CENTRE');

-- CreateEnum
CREATE TYPE "service_sector" AS ENUM ('PRIVATE', 'LOCAL_AUTHORITY', 'VOLUNTARY', 'ACADEMY', 'HEALTH_AUTHORITY');

-- CreateEnum
CREATE TYPE "service_status" AS ENUM ('ACTIVE', 'SUSPENDED', 'LEFT');

-- CreateEnum
CREATE TYPE "judgement" AS ENUM ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'CONSISTENTLY_STRONG', 'INCONSISTENT', 'SERIOUS_WEAKNESSES');

-- CreateEnum
CREATE TYPE "inspection_kind" AS ENUM ('FULL', 'ASSURANCE', 'MONITORING', 'EMERGENCY');

-- CreateEnum
CREATE TYPE "service_change_kind" AS ENUM ('JOINED', 'LEFT', 'RETURNED', 'RENAMED', 'MOVED_OWNER', 'MOVED_AREA', 'PLACES_CHANGED', 'JUDGEMENT_CHANGED', 'STATUS_CHANGED');

-- CreateTable
CREATE TABLE "provider_group" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "provider_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company_number" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_name" (
    "provider_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "provider_name_pkey" PRIMARY KEY ("provider_id","name")
);

-- CreateTable
CREATE TABLE "provider_in_house" (
    "group_id" INTEGER NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,

    CONSTRAINT "provider_in_house_pkey" PRIMARY KEY ("group_id","authority_code")
);

-- CreateTable
CREATE TABLE "service" (
    "urn" TEXT NOT NULL,
    "provider_id" INTEGER,
    "owner_text" TEXT,
    "provision_type" "provision_type" NOT NULL,
    "sector" "service_sector",
    "status" "service_status" NOT NULL,
    "authority_code" VARCHAR(9),
    "area_text" TEXT NOT NULL,
    "name" TEXT,
    "postcode_district" TEXT,
    "registered_on" DATE,
    "places" INTEGER,
    "age_from" SMALLINT,
    "age_to" SMALLINT,
    "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "short_breaks_only" BOOLEAN NOT NULL DEFAULT false,
    "multi_building" BOOLEAN NOT NULL DEFAULT false,
    "premises" INTEGER,
    "in_house" BOOLEAN NOT NULL DEFAULT false,
    "judgement" "judgement",
    "judged_on" DATE,
    "left_on" DATE,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("urn")
);

-- CreateTable
CREATE TABLE "service_judgement" (
    "urn" TEXT NOT NULL,
    "inspected_on" DATE NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "published_on" DATE,
    "overall" "judgement",
    "protection" "judgement",
    "leadership" "judgement",
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "service_judgement_pkey" PRIMARY KEY ("urn","inspected_on","kind")
);

-- CreateTable
CREATE TABLE "service_change" (
    "id" SERIAL NOT NULL,
    "urn" TEXT NOT NULL,
    "kind" "service_change_kind" NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "vintage" DATE NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "service_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority_place" (
    "authority_code" VARCHAR(9) NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "authority_place_pkey" PRIMARY KEY ("authority_code")
);

-- CreateIndex
CREATE UNIQUE INDEX "provider_group_key_key" ON "provider_group"("key");

-- CreateIndex
CREATE UNIQUE INDEX "provider_group_id_synthetic_key" ON "provider_group"("id", "synthetic");

-- CreateIndex
CREATE UNIQUE INDEX "provider_key_key" ON "provider"("key");

-- CreateIndex
CREATE INDEX "provider_group_id_idx" ON "provider"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_id_synthetic_key" ON "provider"("id", "synthetic");

-- CreateIndex
CREATE INDEX "service_provider_id_idx" ON "service"("provider_id");

-- CreateIndex
CREATE INDEX "service_authority_code_provision_type_idx" ON "service"("authority_code", "provision_type");

-- CreateIndex
CREATE UNIQUE INDEX "service_urn_synthetic_key" ON "service"("urn", "synthetic");

-- CreateIndex
CREATE INDEX "service_change_urn_idx" ON "service_change"("urn");

-- CreateIndex
CREATE INDEX "service_change_vintage_id_idx" ON "service_change"("vintage", "id");

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_group_id_synthetic_fkey" FOREIGN KEY ("group_id", "synthetic") REFERENCES "provider_group"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_name" ADD CONSTRAINT "provider_name_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_in_house" ADD CONSTRAINT "provider_in_house_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "provider_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_in_house" ADD CONSTRAINT "provider_in_house_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_provider_id_synthetic_fkey" FOREIGN KEY ("provider_id", "synthetic") REFERENCES "provider"("id", "synthetic") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_judgement" ADD CONSTRAINT "service_judgement_urn_fkey" FOREIGN KEY ("urn") REFERENCES "service"("urn") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_judgement" ADD CONSTRAINT "service_judgement_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_change" ADD CONSTRAINT "service_change_urn_fkey" FOREIGN KEY ("urn") REFERENCES "service"("urn") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_change" ADD CONSTRAINT "service_change_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_place" ADD CONSTRAINT "authority_place_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_place" ADD CONSTRAINT "authority_place_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
