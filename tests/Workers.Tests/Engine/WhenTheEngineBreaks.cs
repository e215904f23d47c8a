namespace Workers.Tests.Engine;

public sealed class WhenTheEngineBreaks : ConsumerSpec
{
    [Fact]
    public void It_does_not_die_quietly()
    {
        Queue.ReceiveFailure = () => new InvalidCastException("a bug of ours");

        Start();

        Assert.IsType<InvalidCastException>(Assert.Single(Faults));
        Faults.Clear();
    }
}
