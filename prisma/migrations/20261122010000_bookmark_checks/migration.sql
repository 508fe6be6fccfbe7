-- CreateTable
CREATE TABLE "bookmark_check" (
    "bookmark_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "is_alive" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL,
    "tls_expires_at" TIMESTAMPTZ(0),
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bookmark_check_pkey" PRIMARY KEY ("bookmark_id")
);

-- Incidents of a service are found by what they were declared from, which stands in the folded state.
CREATE INDEX "incident_services_idx" ON "incident" USING gin ((state->'incident'->'services'));
