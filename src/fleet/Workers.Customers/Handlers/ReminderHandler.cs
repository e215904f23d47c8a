using Workers.Contracts.Events;
using Workers.Customers.Stores;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Customers.Handlers;

/// <summary>
/// Decides, when its time has come, whether a new customer is reminded: only while no order of theirs is known, and once. An order that
/// comes in between lets the commit fail, and nothing is left to decide.
/// </summary>
internal sealed class ReminderHandler : IDecide<CustomerRegistered>
{
    public IEnumerable<ItemKey> Reads(CustomerRegistered registered) => [Profile.Key(registered.CustomerId)];

    public Decision Decide(EventMessage<CustomerRegistered> message, Items items)
    {
        var registered = message.Detail;
        var profile = Profile.Find(items, registered.CustomerId);
        return profile.HasOrdered || profile.RemindedAt is not null
            ? Decision.Nothing
            : Decision.Commit(profile.Remind(registered.RemindAt)).Emit(new Emission(
                new OnboardingStepDue(
                    registered.CustomerId, OnboardingStep.FirstOrder, registered.RemindAt, registered.Email, registered.Name),
                registered.CustomerId));
    }
}
