-- Whoever drafts an agreement may delete it again while it is a draft, which nobody else has seen. Its parties and items
-- go with it; its events stay in the log.
grant delete on sharing_agreement to exchange_app;
create policy agreement_delete on sharing_agreement for delete to exchange_app
  using (
    status = 'DRAFT' and drafted_by = (select app_tenant()) and (select app_role()) = 'ig-lead'
    and consortium_code in (select app_consortia())
  );
