import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const events = { inserted: 'insert', updated: 'update', deleted: 'delete' }

/**
 * What readers find by category, tag and author: a row for each public article and each of its terms, in an index
 * that has the articles of one term in the order in which they are listed. The articles of several terms are found by
 * going through their indexes side by side, up to the end of the page. Triggers keep it, so that every writer counts:
 * `content_terms_now` says what it must hold, and `content_terms_refresh` makes it so.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // A large site takes longer than any statement of an answer may.
  await db.execute(sql`set local statement_timeout = 0`)
  await db.execute(sql`
    create table content_terms (
      document_id uuid not null,
      term_id uuid not null,
      published_at timestamptz(3) not null,
      created_at timestamptz(3) not null,
      primary key (document_id, term_id)
    );
    create index content_terms_listed on content_terms (term_id, published_at desc, created_at desc, document_id desc);

    create view content_terms_now as
    select distinct content.id as document_id, coalesce(rels.categories_id, rels.tags_id, rels.profiles_id) as term_id,
      -- Where an article without a date stands when the newest come first.
      coalesce(content.published_at, 'infinity') as published_at, content.created_at
    from content join content_rels as rels on rels.parent_id = content.id
    where content._status = 'published' and content.archived_at is null and content.deleted_at is null
      and coalesce(rels.categories_id, rels.tags_id, rels.profiles_id) is not null;
  `)
  await createTriggers(db)
  await db.execute(
    sql`insert into content_terms select document_id, term_id, published_at, created_at from content_terms_now`,
  )
  await db.execute(sql`analyze content_terms`)
}

async function createTriggers(db: MigrateUpArgs['db']): Promise<void> {
  await createRefresh(db)
  await createNotices(db)
  await db.execute(sql`
    create function content_terms_follow_added() returns trigger language plpgsql as $$
    declare
      touched text[];
      terms uuid[];
    begin
      -- What content_terms_refresh would do, in one statement: each new article passes here.
      with held as (
        select id, published_at, created_at from content
        where id in (select parent_id from changed)
          and _status = 'published' and archived_at is null and deleted_at is null
        for no key update
      )
      insert into content_terms (document_id, term_id, published_at, created_at)
      select held.id, coalesce(categories_id, tags_id, profiles_id), coalesce(published_at, 'infinity'), created_at
      from held join changed on parent_id = held.id
      where coalesce(categories_id, tags_id, profiles_id) is not null
      on conflict do nothing;
      select array_agg(distinct document_id), array_agg(distinct term_id) into touched, terms
        from content_terms where document_id in (select parent_id from changed);
      if touched is not null then
        perform notify_filed_change('content', touched, '{}', terms);
      end if;
      return null;
    end $$;
    create trigger terms_inserted after insert on content_rels referencing new table as changed
      for each statement execute function content_terms_follow_added();

    create function content_terms_follow_taken() returns trigger language plpgsql as $$
    declare
      touched uuid[];
      living uuid[];
      terms uuid[];
    begin
      if tg_op = 'UPDATE' then
        touched := array(select parent_id from former union select parent_id from changed);
        living := touched;
      else
        -- A term that was deleted takes its rows along and waits for nobody: nobody asks for them any more.
        select array_agg(distinct parent_id), array_agg(distinct parent_id) filter (where
            exists (select from categories where id = categories_id) or exists (select from tags where id = tags_id)
            or exists (select from profiles where id = profiles_id))
          into touched, living from changed;
      end if;
      terms := array(select term_id from content_terms where document_id = any (touched));
      perform content_terms_refresh(living);
      if tg_op = 'DELETE' then
        delete from content_terms using changed
          where document_id = parent_id and term_id = coalesce(categories_id, tags_id, profiles_id)
            and not exists (select from content_terms_now as now where (now.document_id, now.term_id)
              = (content_terms.document_id, content_terms.term_id));
      end if;
      terms := terms || array(select term_id from content_terms where document_id = any (touched));
      if cardinality(terms) > 0 then
        perform notify_filed_change('content', touched::text[], '{}', terms);
      end if;
      return null;
    end $$;
    create trigger terms_updated after update on content_rels referencing old table as former new table as changed
      for each statement execute function content_terms_follow_taken();
    create trigger terms_deleted after delete on content_rels referencing old table as changed
      for each statement execute function content_terms_follow_taken();

    create function content_terms_follow_truncation() returns trigger language plpgsql as $$
    begin
      truncate content_terms;
      perform pg_notify('masthead_changes', json_build_object('of', 'content')::text);
      return null;
    end $$;
    create trigger terms_truncated after truncate on content_rels
      for each statement execute function content_terms_follow_truncation();

    create function content_terms_follow_document() returns trigger language plpgsql as $$
    begin
      perform content_terms_refresh(array[new.id]);
      return null;
    end $$;
    create trigger terms_followed after update on content
      for each row when (
        (new._status = 'published' or old._status = 'published') and
        (new._status, new.archived_at, new.deleted_at, new.published_at, new.created_at) is distinct from
        (old._status, old.archived_at, old.deleted_at, old.published_at, old.created_at)
      ) execute function content_terms_follow_document();
  `)
}

/** Whoever changes an article or its relationships at the same time waits, or is waited for: each sees the other's. */
async function createRefresh(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create function content_terms_refresh(wanted uuid[]) returns void language plpgsql as $$
    begin
      if wanted is null then
        return;
      end if;
      perform from content where id = any (wanted) order by id for no key update;
      delete from content_terms as known where document_id = any (wanted) and not exists (
        select from content_terms_now as now
        where (now.document_id, now.term_id) = (known.document_id, known.term_id)
      );
      insert into content_terms as known (document_id, term_id, published_at, created_at)
      select document_id, term_id, published_at, created_at from content_terms_now where document_id = any (wanted)
      on conflict (document_id, term_id) do update
        set (published_at, created_at) = (excluded.published_at, excluded.created_at)
        where (known.published_at, known.created_at) is distinct from (excluded.published_at, excluded.created_at);
    end $$;
  `)
}

/**
 * Changes of articles name the terms that the articles had and have, so that lists by other terms stay. A new article
 * has none before its relationships are there, which tell of theirs; those of one that is deleted told when they went. Who wrote is named,
 * so that a process does not hear of its own writes once more.
 */
async function createNotices(db: MigrateUpArgs['db']): Promise<void> {
  await db.execute(sql`
    create function notify_filed_change(slug text, ids text[], keys text[], terms uuid[]) returns void language plpgsql as $$
    declare
      word text := json_build_object('of', slug, 'ids', ids, 'keys', keys,
        'terms', array(select distinct term from unnest(terms) as each (term) where term is not null),
        'by', nullif(current_setting('masthead.writer', true), ''));
    begin
      if cardinality(ids) > 40 or octet_length(word) > 7900 then
        word := json_build_object('of', slug)::text;
      end if;
      perform pg_notify('masthead_changes', word);
    end $$;

    create function notify_filed_changes() returns trigger language plpgsql as $$
    declare
      touched text[];
      keys text[];
      terms uuid[] := '{}';
    begin
      execute format(
        'select (array_agg(id::text))[1:41], coalesce((array_agg(%I::text) filter (where %I is not null))[1:41], ''{}'') from changed',
        tg_argv[1], tg_argv[1]) into touched, keys;
      if touched is null then
        return null;
      end if;
      if tg_op = 'UPDATE' and cardinality(touched) <= 40 then
        terms := array(select coalesce(categories_id, tags_id, profiles_id) from content_rels where parent_id = any (touched::uuid[]));
      end if;
      perform notify_filed_change(tg_argv[0], touched, keys, terms);
      return null;
    end $$;
  `)
  await replaceNotices(db, 'notify_filed_changes')
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await replaceNotices(db, 'notify_keyed_changes')
  await db.execute(sql`
    drop function notify_filed_changes();
    drop trigger terms_followed on content;
    drop trigger terms_truncated on content_rels;
    drop trigger terms_deleted on content_rels;
    drop trigger terms_updated on content_rels;
    drop trigger terms_inserted on content_rels;
    drop function content_terms_follow_document();
    drop function content_terms_follow_truncation();
    drop function content_terms_follow_taken();
    drop function content_terms_follow_added();
    drop function notify_filed_change(text, text[], text[], uuid[]);
    drop function content_terms_refresh(uuid[]);
    drop view content_terms_now;
    drop table content_terms;
  `)
}

async function replaceNotices(db: MigrateUpArgs['db'], notice: string): Promise<void> {
  for (const [name, event] of Object.entries(events)) {
    const rows = event === 'delete' ? 'old' : 'new'
    await db.execute(
      sql.raw(`
        drop trigger changes_${name} on content;
        create trigger changes_${name} after ${event} on content referencing ${rows} table as changed
          for each statement execute function ${notice}('content', 'slug');
      `),
    )
  }
}
