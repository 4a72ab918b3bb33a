import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Languages whose words PostgreSQL brings to their stems. Others are searched word by word. */
const languages = {
  en: 'english',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}
const configurations = ['simple', ...new Set(Object.values(languages))]

/**
 * What readers may search: one row of words for each article that they can find, kept by triggers, so that every
 * writer counts. `open_vector` has what everybody may read, `whole_vector` all of an article that is not for
 * everybody. `search_words` has the words that are written in public, for queries that are mistyped.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    do $$
    begin
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
    exception when insufficient_privilege then
      raise exception 'The search needs two extensions that this role may not install: let the owner of the database run "create extension unaccent; create extension pg_trgm"';
    end $$
  `)
  for (const name of configurations) {
    await db.execute(
      sql.raw(`
        create text search configuration search_${name} (copy = pg_catalog.${name});
        alter text search configuration search_${name}
          alter mapping for hword, hword_part, word with unaccent, ${name === 'simple' ? 'simple' : `${name}_stem`};
      `),
    )
  }
  const cases = Object.entries(languages).map(([code, name]) => `when '${code}' then 'search_${name}'::regconfig`)
  await db.execute(
    sql.raw(`
      create function search_configuration(locale text) returns regconfig language sql immutable parallel safe
      return case split_part(replace(lower(locale), '_', '-'), '-', 1)
        ${cases.join('\n        ')}
        else 'search_simple'::regconfig
      end
    `),
  )
  await createTextFunctions(db)
  await createTables(db)
  await createTriggers(db)
  await createFind(db)
}

/** Plain text of Lexical JSON, whatever is in there: a write must never fail for the search's sake. */
async function createTextFunctions(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create function search_text_of(node jsonb, depth integer default 0) returns text
    language plpgsql immutable parallel safe as $$
    declare
      kind text := node->>'type';
      words text;
    begin
      if kind = 'text' then
        return node->>'text';
      elsif depth > 60 or kind = 'inlineBlock' then
        return '';
      elsif kind in ('linebreak', 'tab') then
        return ' ';
      elsif kind in ('block', 'upload') then
        return search_text_of_fields(node->'fields', depth);
      elsif jsonb_typeof(node->'children') is distinct from 'array' then
        return '';
      end if;
      select string_agg(search_text_of(child, depth + 1), '' order by at) into words
        from jsonb_array_elements(node->'children') with ordinality as children (child, at);
      return case when kind in ('link', 'autolink') then words else words || E'\n' end;
    end $$;

    create function search_text_of_fields(fields jsonb, depth integer) returns text
    language plpgsql immutable parallel safe as $$
    declare
      words text := concat_ws(E'\n', fields->>'title', fields->>'caption', fields->>'code');
    begin
      if jsonb_typeof(fields->'content'->'root') = 'object' then
        words := words || E'\n' || search_text_of(fields->'content'->'root', depth + 1);
      end if;
      if jsonb_typeof(fields->'images') = 'array' then
        words := concat_ws(E'\n', words, (
          select string_agg(image->>'caption', E'\n') from jsonb_array_elements(fields->'images') as images (image)
        ));
      end if;
      return words || E'\n';
    end $$;

    create function search_text_of_body(body jsonb) returns text
    language plpgsql immutable parallel safe as $$
    declare
      words text := search_text_of(body->'root');
    begin
      return left(regexp_replace(trim(concat_ws(E'\n', words, (
        select string_agg(search_text_of(note->'root'), E'\n')
          from jsonb_path_query(body, 'strict $.** ? (@.blockType == "footnote").note', silent => true) as notes (note)
      )), E' \n'), '\\s*\\n\\s*', E'\n', 'g'), 150000);
    end $$;
  `)
}

async function createTables(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create table search_documents (
      id uuid primary key references content (id) on delete cascade,
      locale text not null,
      audience text,
      user_id uuid,
      published_at timestamptz not null,
      head_vector tsvector not null,
      open_vector tsvector not null,
      whole_vector tsvector,
      open_text text not null,
      whole_text text
    );
    create index search_documents_head on search_documents using gin (head_vector);
    create index search_documents_open on search_documents using gin (open_vector);
    create index search_documents_whole on search_documents using gin (whole_vector)
      where whole_vector is not null;
    create index search_documents_published_at on search_documents (published_at);
    create index search_documents_locale on search_documents (locale);

    do $$
    begin
      alter table search_documents alter column open_vector set compression lz4,
        alter column whole_vector set compression lz4;
    exception when feature_not_supported then
      -- This server was built without it: unpacked somewhat slower.
      null;
    end $$;

    create table search_words (
      word text collate "C" not null,
      plain text collate "C" not null
    );
    create index search_words_word on search_words (word);
    create index search_words_plain on search_words (plain);
    create index search_words_similar on search_words using gin (plain gin_trgm_ops);

    create index content_texts_parent on content_texts (parent_id);
    create index categories_search on categories using gin (to_tsvector('search_simple', name));
    create index tags_search on tags using gin (to_tsvector('search_simple', name));
    create index profiles_search on profiles using gin (to_tsvector('search_simple', name));
  `)
}

/**
 * PostgreSQL passes over what looks like a tag, and between those of a script; in an article they are words about code.
 * Words are never taken away, and two writers may add the same one: nobody waits for anybody.
 */
async function createTriggers(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create function search_vector(config regconfig, words text) returns tsvector language sql immutable parallel safe
    return to_tsvector(config, translate(coalesce(words, ''), '<', ' '));

    create function search_index(wanted uuid[]) returns void language plpgsql as $$
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
      select word, lower(unaccent(word)) from (
        select distinct lower(token) collate "C" as word
        from content join search_documents using (id),
          ts_parse('default', translate(concat_ws(' ', title, excerpt, open_text), '<', ' ')) as tokens (kind, token)
        where id = any(wanted) and kind in (1, 2, 10, 11) and length(token) between 3 and 40
      ) as words
      where not exists (select 1 from search_words as known where known.word = words.word);
    end $$;

    create function search_follow() returns trigger language plpgsql as $$
    begin
      if new._status = 'published' and new.archived_at is null and new.deleted_at is null then
        perform search_index(array[new.id]);
      else
        delete from search_documents where id = new.id;
      end if;
      return null;
    end $$;
    create trigger search_inserted after insert on content
      for each row when (new._status = 'published') execute function search_follow();
    create trigger search_updated after update on content
      for each row when (
        (new._status = 'published' or old._status = 'published') and
        (new._status, new.archived_at, new.deleted_at, new.title, new.excerpt, new.locale, new.audience, new.user_id,
          new.published_at, new.body, new.preview) is distinct from
        (old._status, old.archived_at, old.deleted_at, old.title, old.excerpt, old.locale, old.audience, old.user_id,
          old.published_at, old.body, old.preview)
      ) execute function search_follow();
  `)
}

/**
 * The articles that fit best, each with its score, and how many there are. At most 500 by their
 * title or excerpt, 500 by their text and 200 by the names of their topics are weighed, the newest of each: a word
 * that is everywhere costs no more than a rare one. `loose` is `asked` without phrases and negations, which no index
 * knows: where they differ, the newest 1500 of the loose ones are looked at. Sequential scans are ruled out as the
 * planner does not know that each row of theirs would unpack a vector. A title with a word as it was asked for, not
 * only another form of it, comes before the others: `exact` has such words.
 */
async function createFind(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create function search_find(asked tsquery, loose tsquery, exact tsquery, in_locales text[], reads_all boolean,
      reads_members boolean, reader uuid, plan_sets text[], in_categories uuid[], in_tags uuid[], by_authors uuid[],
      since timestamptz, before timestamptz, topics uuid[])
    returns table (article uuid, score double precision, dated timestamptz, total integer, is_exact boolean,
      reads_whole boolean)
    language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_custom_plan
    set enable_mergejoin = off set jit = off as $$
    declare
      is_strict boolean := asked::text <> loose::text;
      most integer := case when is_strict then 1500 else 500 end;
    begin
      return query
      with wanted as not materialized (
        select documents.*, coalesce(reads_all or (reads_members and audience = 'members') or user_id = reader or (
          audience = 'paid' and plan_sets is not null and coalesce((
            select string_agg(text, ',' order by "order") from content_texts where parent_id = documents.id and path = 'plans'
          ), '') = any (plan_sets)
        ), false) as is_open
        from search_documents as documents
        where (in_locales is null or locale = any (in_locales))
          and (since is null or published_at >= since) and (before is null or published_at < before)
          and (in_categories is null or documents.id in (
            select parent_id from content_rels where categories_id = any (in_categories)))
          and (in_tags is null or documents.id in (
            select parent_id from content_rels where tags_id = any (in_tags)))
          and (by_authors is null or documents.id in (
            select parent_id from content_rels where profiles_id = any (by_authors)))
      ), by_head as (
        select id, is_open from (select * from wanted where head_vector @@ loose offset 0) as found
        order by published_at desc limit 500
      ), matching as materialized (
        select id, published_at, is_open from wanted
        where open_vector @@ loose or (whole_vector @@ loose and is_open)
      ), by_text as materialized (
        select id, is_open from matching order by published_at desc limit most
      ), by_topic as materialized (
        select id, is_open from wanted where topics is not null and id in (
          select parent_id from content_rels
          where categories_id = any (topics) or tags_id = any (topics) or profiles_id = any (topics)
        ) order by published_at desc limit 200
      ), counted as (
        select count(*)::integer as documents from matching
      ), weighed as materialized (
        select id, published_at, head_vector, is_open,
          case when is_open then coalesce(whole_vector, open_vector) else open_vector end as vector,
          id in (select id from by_topic) as has_topic
        from (select * from by_head union select * from by_text union select * from by_topic) as near
          join search_documents using (id)
      ), fitting as (
        select *, vector @@ asked as is_match from weighed
      )
      select id,
        (ts_rank('{0.1, 0.2, 0.4, 1}', vector, asked, 1) + 0.5 * ts_rank('{0.1, 0.2, 0.4, 1}', head_vector, asked)
          + 0.5 * ts_rank('{0, 0, 0, 1}', head_vector, exact)
          + case when has_topic then 0.2 else 0 end)
        * (1 + 0.25 * exp(-greatest(extract(epoch from now() - published_at)::double precision, 0) / (180 * 86400))),
        published_at,
        case when is_strict then count(*) over ()
          else (select documents from counted) + count(*) filter (where not is_match) over () end::integer,
        not is_strict or (select count(*) from by_text) < most,
        is_open
      from fitting where is_match or has_topic;
    end $$;

    create function search_parse(config regconfig, query text) returns tsquery
    language plpgsql stable as $$
    begin
      return websearch_to_tsquery(config, query);
    exception when others then
      -- Operators heaped up beyond its stack.
      return plainto_tsquery(config, query);
    end $$;

    create function search_count(asked tsquery, most integer) returns integer
    language plpgsql stable set enable_seqscan = off set jit = off as $$
    begin
      return (select count(*) from (select from search_documents where open_vector @@ asked limit most) as found);
    end $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function search_parse(regconfig, text);
    drop function search_count(tsquery, integer);
    drop function search_find(tsquery, tsquery, tsquery, text[], boolean, boolean, uuid, text[], uuid[], uuid[], uuid[], timestamptz,
      timestamptz, uuid[]);
    drop index content_texts_parent;
    drop trigger search_updated on content;
    drop trigger search_inserted on content;
    drop function search_follow();
    drop function search_index(uuid[]);
    drop function search_vector(regconfig, text);
    drop index profiles_search;
    drop index tags_search;
    drop index categories_search;
    drop table search_words;
    drop table search_documents;
    drop function search_text_of_body(jsonb);
    drop function search_text_of(jsonb, integer);
    drop function search_text_of_fields(jsonb, integer);
    drop function search_configuration(text);
  `)
  for (const name of configurations) await db.execute(sql.raw(`drop text search configuration search_${name}`))
  // Somebody else may use them too, or they are not ours to drop.
  for (const extension of ['pg_trgm', 'unaccent']) {
    await db.execute(
      sql.raw(`
        do $$
        begin
          drop extension ${extension};
        exception when dependent_objects_still_exist or insufficient_privilege or undefined_object then
          null;
        end $$
      `),
    )
  }
}
