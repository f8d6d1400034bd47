/** Marks a SQLite file as a doisoat registry (`pragma application_id`): "ĐS" over a build number. */
export const APPLICATION_ID = 0x4453_0001;

/** Raised whenever the tables, the pages or the blocking rules change; a registry of another version is refused. */
export const SCHEMA_VERSION = 5;

/**
 * A key shared by more persons than this is crowded: it stands in `crowded_key` with their number, and its persons are
 * filed under keys narrowed by a further field (see `BlockingPlan`), which can be crowded again.
 */
export const CROWDED_ABOVE = 200;

/**
 * What is small or seldom asked for is in tables. Persons and keys, which every row needs, are in pages behind the
 * database (see `section-file.ts`): `section` says how many.
 */
export const TABLES = `
  create table crowded_key (key integer primary key, persons integer not null);
  create table name_count (key integer primary key, persons integer not null);
  create table word_count (kind text, word text, persons integer not null, primary key (kind, word)) without rowid;
  create table section (
    name text primary key,
    pages integer not null,
    bytes integer not null,
    directory_checksum integer not null
  ) without rowid;
  create table meta (name text primary key, value text not null) without rowid;
`;
