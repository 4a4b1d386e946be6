SELECT 'päth' AS path
