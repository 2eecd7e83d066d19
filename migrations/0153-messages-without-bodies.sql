-- What a message says is kept where it becomes something; here it was empty, and no version that came out knows of it.

-- squawk-ignore ban-drop-column
alter table fediverse_message drop column body;
