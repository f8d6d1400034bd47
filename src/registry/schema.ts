/** Marks a SQLite file as a doisoat registry (`pragma application_id`): "ĐS" over a build number. */
export const APPLICATION_ID = 0x4453_0001;

/** Raised whenever the tables or the blocking rules change; a registry of another version is refused. */
export const SCHEMA_VERSION = 3;

/**
 * A key shared by more persons than this is crowded: it stands in `crowded_key` with their number, and its persons are
 * filed under keys narrowed by a further field (see `BlockingPlan`), which can be crowded again.
 */
export const CROWDED_ABOVE = 200;

/**
 * Integer columns hold codes: `birth` and `death` yyyymmdd with 00 for unknown parts (0: unknown),
 * `sex` 0 unknown, 1 male, 2 female, `flags` bit 0: the personal ID is not unique.
 */
export const TABLES = `
  create table person (
    person_number integer primary key,
    person_id integer not null,
    cmnd integer not null,
    name text not null,
    birth integer not null,
    sex integer not null,
    province integer not null,
    district integer not null,
    commune integer not null,
    death integer not null,
    flags integer not null default 0
  );
  create table block (key integer, person integer, primary key (key, person)) without rowid;
  create table crowded_key (key integer primary key, persons integer not null);
  create table name_count (key integer primary key, persons integer not null);
  create table word_count (kind text, word text, persons integer not null, primary key (kind, word)) without rowid;
  create table meta (name text primary key, value text not null) without rowid;
`;
