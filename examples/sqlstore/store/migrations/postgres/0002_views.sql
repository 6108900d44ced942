-- What reports ask for, read from the entries themselves, so that it cannot differ
-- from them. Amounts are in fen; what is absent is NULL.

CREATE VIEW ledger_change AS
SELECT unit, revision, data::jsonb ->> 'on' AS day, data::jsonb ->> 'change' AS change,
       coalesce(data::jsonb ->> 'id', data::jsonb #>> '{row,id}') AS id
  FROM entry WHERE log = 'ledger';

CREATE VIEW registry_step AS
SELECT unit, revision, data::jsonb #>> '{step,on}' AS day, data::jsonb ->> 'regime' AS regime,
       data::jsonb ->> 'asset' AS asset, data::jsonb #>> '{step,command}' AS command, data::jsonb #>> '{to,status}' AS status
  FROM entry WHERE log = 'registry';

CREATE VIEW voucher_line AS
SELECT e.unit, e.revision, e.data::jsonb #>> '{posting,event}' AS event, e.data::jsonb #>> '{posting,kind}' AS kind,
       v.nr AS voucher, v.value ->> 'date' AS day, v.value ->> 'book' AS book,
       v.value ->> 'word' AS word, v.value ->> 'number' AS number,
       l.nr AS line, l.value ->> 'account' AS account, l.value ->> 'name' AS name,
       l.value ->> 'asset' AS asset, l.value ->> 'side' AS side,
       replace(l.value ->> 'amount', '.', '')::bigint AS fen
  FROM entry AS e,
       jsonb_array_elements(coalesce(e.data::jsonb #> '{posting,vouchers}', '[]')) WITH ORDINALITY AS v (value, nr),
       jsonb_array_elements(v.value -> 'lines') WITH ORDINALITY AS l (value, nr)
 WHERE e.log = 'journal';
