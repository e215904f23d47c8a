using Workers.Effects;

namespace Workers.Tests.Effects;

public sealed class WhenEffectsOptionsAreWrong
{
    private readonly EffectsOptionsValidation _validation = new("Workers:Effects");

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
    public void Every_error_is_told_at_once()
    {
        var options = new EffectsOptions
        {
            MarkerTable = "",
            MarkerLife = TimeSpan.Zero,
            Instance = " ",
            GroupLinger = TimeSpan.FromSeconds(2),
            MaxGroupSize = 101,
            MaxDecisions = 0,
            MaxReceives = 0,
            MaxCommits = 21,
            CommitRetryDelay = TimeSpan.Zero,
        };

        Assert.Equal(9, _validation.Validate(null, options).Failures!.Count());
    }
}
