-- kept: SELECT id, place FROM visit_a UNION ALL SELECT id, place FROM visit_b ORDER BY 1
INSERT INTO person VALUES (1), (2);
INSERT INTO visit VALUES (1, 'a', 'x'), (2, 'b', 'y');
