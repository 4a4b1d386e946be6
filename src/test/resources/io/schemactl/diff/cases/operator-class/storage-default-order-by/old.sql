CREATE OPERATOR FAMILY f USING gist;
CREATE OPERATOR CLASS c FOR TYPE box USING gist FAMILY f AS OPERATOR 1 <<, FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);
