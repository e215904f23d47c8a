using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAValueIsGivenByName
{
    [Theory]
    [InlineData("\"Answered\"")]
    [InlineData("\"answered\"")]
    public void Its_case_does_not_matter(string status) =>
        Assert.Equal(TicketUpdate.Answered, ((TicketUpdated)EventCatalog.Build().Read(Body(status), "M1").Detail).Status);

    [Theory]
    [InlineData("\"Answered,Resolved\"")]
    [InlineData("\"Answered, Resolved\"")]
    [InlineData("\" Answered \"")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("[]")]
    public void Anything_but_one_name_is_poison(string status)
    {
        var poison = Assert.Throws<PoisonEventException>(() => EventCatalog.Build().Read(Body(status), "M1"));

        Assert.Contains("status: must be one of Answered, Resolved", poison.Message, StringComparison.Ordinal);
    }

    private static string Body(string status) =>
        Bodies.Envelope(EventNames.TicketUpdated, $$"""{"ticketId":"T-1","status":{{status}},"timestamp":"2026-01-15T10:00:00Z"}""");
}
