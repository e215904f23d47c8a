using Workers.Effects;

namespace Workers.Tests.Effects;

public sealed class WhenEffectsOptionsAreWrong
{
    private readonly EffectsOptionsValidation _validation = new("Workers:Effects", () => TimeSpan.FromSeconds(5));

    [Fact]
    public void The_defaults_are_right() =>
        Assert.True(_validation.Validate(null, new EffectsOptions { MarkerTable = "markers" }).Succeeded);

    [Fact]
    public void Markers_that_do_not_outlive_their_messages_are_refused()
    {
        var options = new EffectsOptions { MarkerTable = "markers", MarkerLife = TimeSpan.FromDays(20) };

        var failure = Assert.Single(_validation.Validate(null, options).Failures!);

        Assert.Equal(
            "Workers:Effects:MarkerLife (20.00:00:00) must be at least MessageLife (28.00:00:00): a message redriven from its "
            + "dead-letter queue after its marker expired would take effect again.",
            failure);
    }

    [Fact]
    public void A_claim_that_a_fast_clock_could_take_from_one_alive_is_refused()
    {
        var options = new EffectsOptions { MarkerTable = "markers", TakeoverMargin = TimeSpan.FromSeconds(9) };

        Assert.Contains("TakeoverMargin (00:00:09) must be at least twice", Assert.Single(_validation.Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3651.00:00:00", "28.00:00:00")]
    [InlineData("35.00:00:00", "00:00:00")]
    public void Lives_that_are_slips_are_refused(string markers, string messages) => Assert.Single(_validation.Validate(null, new EffectsOptions
    {
        MarkerTable = "markers",
        MarkerLife = TimeSpan.Parse(markers, System.Globalization.CultureInfo.InvariantCulture),
        MessageLife = TimeSpan.Parse(messages, System.Globalization.CultureInfo.InvariantCulture),
    }).Failures!);

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var options = new EffectsOptions
        {
            MarkerTable = "",
            MarkerLife = TimeSpan.Zero,
            TakeoverMargin = TimeSpan.FromSeconds(-1),
            Instance = " ",
            GroupLinger = TimeSpan.FromSeconds(2),
            MaxGroupSize = 101,
            MaxDecisions = 0,
            MaxReceives = 0,
            MaxCommits = 21,
            CommitRetryDelay = TimeSpan.Zero,
        };

        Assert.Equal(11, _validation.Validate(null, options).Failures!.Count());
    }
}
