-- A row is a setting that matters to migrations, and where its value came from.
SELECT s.name AS name,
       pg_catalog.current_setting(s.name) AS value,
       CASE WHEN s.unit = 'ms' THEN s.setting::bigint WHEN s.unit = 's' THEN s.setting::bigint * 1000 END AS milliseconds,
       s.source AS source
  FROM pg_catalog.pg_settings AS s
 WHERE s.name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout',
                  'transaction_timeout', 'client_connection_check_interval', 'default_transaction_read_only', 'search_path')
 ORDER BY s.name
