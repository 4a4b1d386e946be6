CREATE ACCESS METHOD other_btree TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD other_btree IS 'like B-tree';
