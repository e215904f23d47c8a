using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Customers.Stores;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Customers.Handlers;

/// <summary>
/// Registers a customer once, whoever tells of it and under whatever event id: the first registration stands. It is welcomed at once, and
/// looked at again when the time of the reminder has come.
/// </summary>
internal sealed class UserRegisteredHandler(IOptions<CustomersOptions> options) : IDecide<UserRegistered>
{
    public IEnumerable<ItemKey> Reads(UserRegistered user) => [Profile.Key(user.CustomerId)];

    public Decision Decide(EventMessage<UserRegistered> message, Items items)
    {
        var profile = Profile.Find(items, message.Detail.CustomerId);
        if (profile.RegisteredAt is not null)
        {
            return Decision.Nothing;
        }

        var user = message.Detail;
        var welcomedAt = WelcomeAt(message);
        var remindAt = welcomedAt + options.Value.RemindAfter;
        var registered = new CustomerRegistered(user.CustomerId, message.OccurredAt, remindAt, user.Email, user.Name);
        var welcome = new OnboardingStepDue(user.CustomerId, OnboardingStep.Welcome, welcomedAt, user.Email, user.Name);
        return Decision.Commit(profile.Register(registered, welcomedAt))
            .Emit(new Emission(registered, user.CustomerId), new Emission(welcome, user.CustomerId));
    }

    /// <summary>Never behind: who registered elsewhere long ago is welcomed today, and not reminded in the same minute.</summary>
    private static DateTimeOffset WelcomeAt(EventMessage<UserRegistered> message) =>
        message.OccurredAt > message.Delivery.FirstReceivedAt ? message.OccurredAt : message.Delivery.FirstReceivedAt;
}
