-- CreateTable
CREATE TABLE "evidence_object" (
    "id" UUID NOT NULL,
    "incident_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "recipe" TEXT,
    "way" TEXT NOT NULL,
    "by" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "captured_at" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "index_state" TEXT NOT NULL DEFAULT 'none',
    "index_note" TEXT,

    CONSTRAINT "evidence_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "incident_number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_object_object_key_key" ON "evidence_object"("object_key");

-- CreateIndex
CREATE INDEX "evidence_object_incident_number_idx" ON "evidence_object"("incident_number");

-- CreateIndex
CREATE INDEX "evidence_object_place_checked_at_idx" ON "evidence_object"("place", "checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "capture_token_token_hash_key" ON "capture_token"("token_hash");

-- CreateIndex
CREATE INDEX "capture_token_expires_at_idx" ON "capture_token"("expires_at");
