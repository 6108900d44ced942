-- What reports ask for, read from the entries themselves, so that it cannot differ
-- from them. Amounts are in fen; what is absent is NULL.

CREATE VIEW ledger_change AS
SELECT unit, revision, data ->> '$.on' AS day, data ->> '$.change' AS change,
       coalesce(data ->> '$.id', data ->> '$.row.id') AS id
  FROM entry WHERE log = 'ledger';

CREATE VIEW registry_step AS
SELECT unit, revision, data ->> '$.step.on' AS day, data ->> '$.regime' AS regime,
       data ->> '$.asset' AS asset, data ->> '$.step.command' AS command, data ->> '$.to.status' AS status
  FROM entry WHERE log = 'registry';

CREATE VIEW voucher_line AS
SELECT e.unit, e.revision, e.data ->> '$.posting.event' AS event, e.data ->> '$.posting.kind' AS kind,
       v.key + 1 AS voucher, v.value ->> '$.date' AS day, v.value ->> '$.book' AS book,
       v.value ->> '$.word' AS word, v.value ->> '$.number' AS number,
       l.key + 1 AS line, l.value ->> '$.account' AS account, l.value ->> '$.name' AS name,
       l.value ->> '$.asset' AS asset, l.value ->> '$.side' AS side,
       CAST(replace(l.value ->> '$.amount', '.', '') AS INTEGER) AS fen
  FROM entry AS e, json_each(e.data, '$.posting.vouchers') AS v, json_each(v.value, '$.lines') AS l
 WHERE e.log = 'journal';
