-- unmigratable: access method
-- unmigratable-back: access method
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (x int) USING heap2;
