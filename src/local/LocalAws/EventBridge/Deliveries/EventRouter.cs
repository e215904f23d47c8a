using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>Finds out where an event on a bus goes. It reads a snapshot of the rules, without a lock.</summary>
internal sealed class EventRouter(Regions regions)
{
    /// <summary>Archives the event, and adds its deliveries in the order of the rules' names.</summary>
    /// <returns>Whether the bus exists.</returns>
    public bool Route(BusEvent @event, BusAddress address, int hops, List<Delivery> deliveries)
    {
        var region = regions[address.Region];
        if (region.Buses.Find(address.Name) is not { } bus)
        {
            return false;
        }

        foreach (var archive in region.Archives.Items)
        {
            if (archive.BusName == bus.Name)
            {
                archive.Offer(@event);
            }
        }

        foreach (var rule in bus.Rules.Items)
        {
            if (rule.State != Rule.Disabled && !rule.Targets.Items.IsEmpty && rule.Pattern?.Matches(@event.Root) == true)
            {
                foreach (var target in rule.Targets.Items)
                {
                    deliveries.Add(new Delivery(@event, rule, target, hops));
                }
            }
        }

        return true;
    }
}
