import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * New articles are noted, and their words taken up by who searches next or by a worker, whoever comes first: most of
 * what an import costs the database. Changes are followed at once as before, so that no old text is found.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table search_due (id uuid primary key references content(id) on delete cascade);

    create function search_note() returns trigger language plpgsql as $$
    begin
      if new.archived_at is null and new.deleted_at is null then
        insert into search_due (id) values (new.id) on conflict do nothing;
      end if;
      return null;
    end $$;
    drop trigger search_inserted on content;
    create trigger search_inserted after insert on content
      for each row when (new._status = 'published') execute function search_note();

    -- One at a time, so that who waited finds what the other took up. What is being changed at this moment is left for
    -- the next, and cannot be withdrawn between being read and being found.
    create function search_catch_up(most integer, out taken integer, out is_done boolean) language plpgsql as $$
    declare
      public_ones uuid[];
      one uuid;
    begin
      taken := 0;
      is_done := not exists (select from search_due);
      if is_done then
        return;
      end if;
      perform pg_advisory_xact_lock(hashtextextended('search_due', 0));
      with still as materialized (
        select id, _status = 'published' and archived_at is null and deleted_at is null as is_public
        from content where id in (select id from search_due order by id limit most)
        order by id for share skip locked
      ), noted as (
        delete from search_due using still where search_due.id = still.id
      )
      select count(*), coalesce(array_agg(id) filter (where is_public), '{}') into taken, public_ones from still;
      begin
        perform search_index(public_ones);
      exception when others then
        -- One that cannot be taken up must not keep all others from being found.
        foreach one in array public_ones loop
          begin
            perform search_index(array[one]);
          exception when others then
            raise warning 'The words of article % cannot be taken up: %', one, sqlerrm;
          end;
        end loop;
      end;
      is_done := not exists (select from search_due);
    end $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    select search_index(array(
      select id from search_due join content using (id)
      where _status = 'published' and archived_at is null and deleted_at is null
    ));
    drop trigger search_inserted on content;
    create trigger search_inserted after insert on content
      for each row when (new._status = 'published') execute function search_follow();
    drop function search_catch_up(integer);
    drop function search_note();
    drop table search_due;
  `)
}
