using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Welcomes a new customer, or reminds one who has not ordered yet.</summary>
internal sealed class OnboardingStepDueHandler(Notifier notifier, Recipients recipients) : IHandle<OnboardingStepDue>
{
    public Task<Outcome> HandleAsync(EventMessage<OnboardingStepDue> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OnboardingStepDue due) => due.Step is OnboardingStep.Welcome
        ? new(
            Template.Welcome,
            recipients.Customer(due.CustomerId, due.Email),
            Subject: "Welcome",
            Body: $"Welcome, {due.Name ?? due.CustomerId}. Your account is ready: we look forward to your first order.")
        : new(
            Template.FirstOrderReminder,
            recipients.Customer(due.CustomerId, due.Email),
            Subject: "Your first order",
            Body: $"Hello {due.Name ?? due.CustomerId}. You have not ordered anything yet. If something keeps you from it, tell us what.");
}
