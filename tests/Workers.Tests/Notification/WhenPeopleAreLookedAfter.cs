using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Notification;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

/// <summary>What is written to new customers, and about tickets.</summary>
public sealed class WhenPeopleAreLookedAfter : IDisposable
{
    private static readonly DateTimeOffset Now = FakeTime.Start;

    private readonly FakeChannel _channel = new("log");
    private readonly HandlerTest _test;

    public WhenPeopleAreLookedAfter() => _test = new(builder =>
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Workers:Notification:Teams:finance"] = "money@partner.example" });
        builder.AddNotificationQueue();
        builder.Services.RemoveAll<IChannel>().AddSingleton<IChannel>(_channel);
    });

    public static TheoryData<string, string, string, IEventDetail> Told => new()
    {
        { "welcome", "ada@example.com", "Welcome, Ada.", new OnboardingStepDue("CUST-1", OnboardingStep.Welcome, Now, "ada@example.com", "Ada") },
        { "welcome", "CUST-1@customers.example", "Welcome, CUST-1.", new OnboardingStepDue("CUST-1", OnboardingStep.Welcome, Now) },
        { "first-order-reminder", "ada@example.com", "not ordered", new OnboardingStepDue("CUST-1", OnboardingStep.FirstOrder, Now, "ada@example.com") },
        { "ticket-resolved", "CUST-1@customers.example", "settled your ticket T-1", new TicketResolved("T-1", "CUST-1", "senior", "Login issue", Now) },
        { "ticket-escalated", "management@company.example", "has had no answer, which was due", Escalated(TicketPromise.FirstAnswer, "management") },
        { "ticket-escalated", "senior@company.example", "there is no next level", Escalated(TicketPromise.Resolution, null) },
    };

    public void Dispose() => _test.Dispose();

    [Theory]
    [MemberData(nameof(Told))]
    public void Who_it_concerns_is_told_once(string template, string recipient, string words, IEventDetail fact)
    {
        _test.Receives(fact, "event-1");
        _test.Receives(fact, "event-1");
        _test.RunUntilQuiet();

        Assert.Empty(_test.DeadLetters);
        var draft = Assert.Single(_channel.Sent).Draft;
        Assert.Equal((template, recipient), (draft.Template, draft.Recipient));
        Assert.Contains(words, draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_ticket_is_told_to_its_team_and_to_its_customer()
    {
        _test.Receives(new TicketAssigned("T-1", "CUST-1", "finance", TicketPriority.Urgent, "Login issue", Now.AddHours(1), Now.AddHours(8), Now));
        _test.RunUntilQuiet();

        Assert.Equal(
            ["ticket-assigned money@partner.example True", "ticket-received CUST-1@customers.example False"],
            _channel.Sent.Select(sent => $"{sent.Draft.Template} {sent.Draft.Recipient} {sent.Draft.Urgent}").Order());
        Assert.All(_channel.Sent, sent => Assert.Contains("T-1: Login issue", sent.Draft.Subject, StringComparison.Ordinal));
    }

    private static TicketEscalated Escalated(TicketPromise overdue, string? to) =>
        new("T-1", "CUST-1", overdue, Now, 1, "senior", TicketPriority.High, "Login issue", Now.AddHours(8), to);
}
