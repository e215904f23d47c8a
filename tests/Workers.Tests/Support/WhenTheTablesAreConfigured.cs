using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Support;

namespace Workers.Tests.Support;

public sealed class WhenTheTablesAreConfigured
{
    [Fact]
    public void Routes_levels_and_promises_are_those_of_the_settings()
    {
        var policy = Policy(new()
        {
            ["Workers:Support:Routes:0:Team"] = "vip",
            ["Workers:Support:Routes:0:Priorities:0"] = "urgent",
            ["Workers:Support:Routes:0:Categories:0"] = "Billing",
            ["Workers:Support:Routes:1:Team"] = "desk",
            ["Workers:Support:Escalation:0"] = "lead",
            ["Workers:Support:Sla:urgent:FirstAnswer"] = "00:01:00",
        });

        Assert.Equal(("vip", "desk", "desk"), (
            policy.TeamOf(TicketPriority.Urgent, "billing"), policy.TeamOf(TicketPriority.Urgent, null), policy.TeamOf(TicketPriority.Low, "billing")));
        Assert.Equal(("lead", null), (policy.LevelAfter("desk"), policy.LevelAfter("lead")));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromHours(4)), (
            policy.PromisesOf(TicketPriority.Urgent).FirstAnswer, policy.PromisesOf(TicketPriority.Urgent).Resolution));
    }

    [Theory]
    [InlineData("Routes:0:Team", "", "must have 1 to 128 characters")]
    [InlineData("Routes:0:Priorities:0", "medium-rare", "names medium-rare; there are Low, Normal, High, Urgent")]
    [InlineData("Routes:0:Categories:0", "billing", "must end with a route without Priorities and Categories")]
    [InlineData("Escalation:0", "no id", "names no id, which must have")]
    [InlineData("Sla:low:Resolution", "01:00:00", "FirstAnswer must not be longer than its Resolution")]
    [InlineData("Sla:low:FirstAnswer", "00:00:00", "must be from 1 second to 30 days")]
    [InlineData("Sla:high:FirstAnswer", "60", "is no duration")]
    public void What_would_lose_a_ticket_stops_the_start(string key, string value, string problem)
    {
        var failed = Assert.ThrowsAny<OptionsValidationException>(() => Policy(new()
        {
            ["Workers:Support:Routes:0:Team"] = "desk",
            ["Workers:Support:Escalation:0"] = "lead",
            [$"Workers:Support:{key}"] = value,
        }));

        Assert.Contains(problem, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_levels_stops_the_start()
    {
        var failed = Assert.ThrowsAny<OptionsValidationException>(() => Policy(new()
        {
            ["Workers:Support:Escalation:0"] = "lead",
            ["Workers:Support:Escalation:1"] = "lead",
        }));

        Assert.Contains("round in a circle", failed.Message, StringComparison.Ordinal);
    }

    private static SupportPolicy Policy(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSupportPolicy();
        using var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host.Services.GetRequiredService<SupportPolicy>();
    }
}
