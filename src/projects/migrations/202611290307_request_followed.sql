-- A request that is not paid any more, or discarded, is followed by the batch of subsidies it was made for.
create trigger batch_follows_request after update of state on projects.request for each row
  when (old.state is distinct from new.state and (old.state = 'paid' or new.state = 'discarded'))
  execute function subsidies.follow_request();
