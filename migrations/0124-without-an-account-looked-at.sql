-- What holds of each new erasure holds of those that were there.

alter table erasure validate constraint erasure_why_known;
alter table erasure validate constraint erasure_of_address_done;
