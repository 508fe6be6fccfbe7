-- CreateTable
CREATE TABLE "catalogue_version" (
    "id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("id")
);

-- An incident reads its steps here for ever: the id is the hash of the files, so a row has no reason to change.
CREATE FUNCTION "refuse_change_of_catalogue_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'catalogue versions are kept as they were: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "catalogue_version_is_kept" BEFORE UPDATE OR DELETE ON "catalogue_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_catalogue_version"();

CREATE TRIGGER "catalogue_version_is_never_truncated" BEFORE TRUNCATE ON "catalogue_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_catalogue_version"();
