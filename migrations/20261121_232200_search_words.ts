import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The words of an article as the text search reads them, each once: half the time of taking its text apart token by
 * token. Only words have a place in the configuration; numbers, addresses and compounds have none.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create text search configuration search_words (copy = pg_catalog.simple);
    alter text search configuration search_words
      drop mapping for asciihword, hword, numword, numhword, hword_numpart, email, url, url_path, host, file, version,
        sfloat, float, int, uint;
  `)
  await replaceIndex(
    db,
    sql`
      select distinct word collate "C" as word
        from content join search_documents using (id),
          unnest(tsvector_to_array(
            to_tsvector('search_words', translate(concat_ws(' ', title, excerpt, open_text), '<', ' '))
          )) as words (word)
        where id = any(wanted) and length(word) between 3 and 40
    `,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await replaceIndex(
    db,
    sql`
      select distinct lower(token) collate "C" as word
        from content join search_documents using (id),
          ts_parse('default', translate(concat_ws(' ', title, excerpt, open_text), '<', ' ')) as tokens (kind, token)
        where id = any(wanted) and kind in (1, 2, 10, 11) and length(token) between 3 and 40
    `,
  )
  await db.execute(sql`drop text search configuration search_words`)
}

async function replaceIndex(db: MigrateUpArgs['db'], words: ReturnType<typeof sql>): Promise<void> {
  await db.execute(sql`
    create or replace function search_index(wanted uuid[]) returns void language plpgsql as $$
    begin
      with texts as materialized (
        select content.*, search_configuration(locale) as config,
          case when audience = 'public' then search_text_of_body(body) else search_text_of_body(preview) end as open_text,
          case when audience = 'public' then null else search_text_of_body(body) end as whole_text
        from content where id = any(wanted)
      ), heads as materialized (
        select id, setweight(search_vector(config, left(title, 1000)) || search_vector('search_simple', left(title, 1000)), 'A')
          || setweight(search_vector(config, left(excerpt, 5000)), 'B') as head_vector
        from texts
      )
      insert into search_documents as known
        (id, locale, audience, user_id, published_at, head_vector, open_vector, whole_vector, open_text, whole_text)
      select id, coalesce(locale, ''), audience, user_id, coalesce(published_at, created_at), head_vector,
        head_vector || search_vector(config, open_text),
        case when whole_text is not null then head_vector || search_vector(config, whole_text) end, coalesce(open_text, ''), whole_text
      from texts join heads using (id)
      on conflict (id) do update set (locale, audience, user_id, published_at, head_vector, open_vector, whole_vector,
          open_text, whole_text)
        = (excluded.locale, excluded.audience, excluded.user_id, excluded.published_at, excluded.head_vector,
          excluded.open_vector, excluded.whole_vector, excluded.open_text, excluded.whole_text);

      insert into search_words (word, plain)
      select word, lower(unaccent(word)) from (${words}) as words
      where not exists (select 1 from search_words as known where known.word = words.word);
    end $$;
  `)
}
