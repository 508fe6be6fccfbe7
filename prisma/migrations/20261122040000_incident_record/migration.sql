-- AlterTable
ALTER TABLE "incident" ADD COLUMN "commander_id" TEXT,
ADD COLUMN "resolved_at" TIMESTAMPTZ(3),
ADD COLUMN "failure_class" TEXT,
ADD COLUMN "merged_into" TEXT,
ADD COLUMN "visible_to" JSONB,
ADD COLUMN "postmortem_due_at" TIMESTAMPTZ(3),
ADD COLUMN "postmortem_finished_at" TIMESTAMPTZ(3),
ADD COLUMN "fold_version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "incident_postmortem_due_at_idx" ON "incident"("postmortem_due_at");

-- What people wrote, for search: an index on the log itself, so that nothing is kept twice. Without a language, since
-- people write in several; the first 20,000 characters of an entry, as many as one can hold.
CREATE FUNCTION "event_words"("data" JSONB) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, left(concat_ws(' ',
    data->>'number', data->>'title', data->>'text', data->>'cause', data->>'mitigation', data->>'how', data->>'reason',
    data->'failureClass'->>'symptom', data->'failureClass'->>'cause'), 20000))
$$;

CREATE INDEX "event_words_idx" ON "event" USING gin ("event_words"("data"))
  WHERE "type" IN ('incident.declared', 'timeline.note_added', 'timeline.entry_corrected', 'timeline.entry_annotated',
    'triage.failure_class_set', 'incident.mitigated', 'incident.resolved', 'incident.went_back');
