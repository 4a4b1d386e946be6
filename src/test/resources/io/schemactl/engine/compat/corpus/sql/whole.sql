-- comment
CREATE TABLE w_one (a int);
CREATE TABLE w_two (a int);
