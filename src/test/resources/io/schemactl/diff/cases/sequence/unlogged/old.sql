-- since: 15
CREATE SEQUENCE s;
