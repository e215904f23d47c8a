using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenATicketComesFromAnywhere
{
    private const string Ticket =
        """{"ticketId":"SUPPORT-001","customerId":"CUST-001","priority":"PRIORITY","category":"technical","subject":"Login issue","description":"Cannot access my account"}""";

    private static readonly EventName Somewhere = new("a-desk-of-theirs", "support-ticket");

    [Theory]
    [InlineData("high", TicketPriority.High)]
    [InlineData("URGENT", TicketPriority.Urgent)]
    [InlineData("medium", TicketPriority.Normal)]
    [InlineData("Normal", TicketPriority.Normal)]
    [InlineData("low", TicketPriority.Low)]
    public void Priorities_are_read_whatever_their_case_and_medium_as_normal(string text, TicketPriority priority)
    {
        var expected = new TicketOpened("SUPPORT-001", "CUST-001", priority, "Login issue", "technical", "Cannot access my account");
        foreach (var name in (EventName[])[Somewhere, EventNames.TicketOpened])
        {
            var body = Bodies.Envelope(name, Ticket.Replace("PRIORITY", text, StringComparison.Ordinal));

            Assert.Equal(expected, EventCatalog.Build().Read(body, "M1").Detail);
        }
    }

    [Theory]
    [InlineData("{}", "ticketId: is required")]
    [InlineData("""{"ticketId":"T","customerId":"C","subject":"S"}""", "priority: is required")]
    [InlineData("""{"ticketId":"T","customerId":"C","subject":"S","priority":"meh"}""", "priority: must be one of Low, Normal, High, Urgent")]
    [InlineData("""{"ticketId":"T","customerId":"C","subject":"S","priority":1}""", "priority: must be text")]
    [InlineData("""{"ticketId":"T","customerId":"C","priority":"low"}""", "subject: is required")]
    public void What_is_malformed_is_told(string detail, string problem) => Poison.Told(Somewhere, detail, problem);

    [Fact]
    public void A_priority_that_there_is_not_is_told_under_our_own_name_too() => Poison.Told(
        EventNames.TicketOpened,
        """{"ticketId":"T","customerId":"C","subject":"S","priority":"meh"}""",
        "priority: must be one of Low, Normal, High, Urgent");
}
