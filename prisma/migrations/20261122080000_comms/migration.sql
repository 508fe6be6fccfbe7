-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "update_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "incident_number" TEXT NOT NULL,
    "update_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "node" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correspondence" (
    "incident_number" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "correspondence_pkey" PRIMARY KEY ("incident_number","destination")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "incident_number" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriber_mail" (
    "update_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "incident_number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "node" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "subscriber_mail_pkey" PRIMARY KEY ("update_id","subscription_id")
);

-- CreateTable
CREATE TABLE "follow_link" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "incident_number" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_by" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "views" INTEGER NOT NULL DEFAULT 0,
    "last_viewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "follow_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_state_not_before_idx" ON "delivery"("state", "not_before");

-- CreateIndex
CREATE INDEX "delivery_incident_number_destination_state_idx" ON "delivery"("incident_number", "destination", "state");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_update_id_channel_destination_key" ON "delivery"("update_id", "channel", "destination");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_token_hash_key" ON "subscription"("token_hash");

-- CreateIndex
CREATE INDEX "subscription_incident_number_confirmed_at_idx" ON "subscription"("incident_number", "confirmed_at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_incident_number_email_key" ON "subscription"("incident_number", "email");

-- CreateIndex
CREATE INDEX "subscriber_mail_state_not_before_idx" ON "subscriber_mail"("state", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "follow_link_token_hash_key" ON "follow_link"("token_hash");

-- CreateIndex
CREATE INDEX "follow_link_incident_number_idx" ON "follow_link"("incident_number");
