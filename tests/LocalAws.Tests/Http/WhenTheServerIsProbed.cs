namespace LocalAws.Tests.Http;

public sealed class WhenTheServerIsProbed : HttpSpec
{
    [Fact]
    public async Task The_answer_is_0_where_it_listens() => Assert.Equal(0, await ProbeAsync("127.0.0.1"));

    [Fact]
    public async Task The_answer_is_0_where_it_listens_everywhere() => Assert.Equal(0, await ProbeAsync("0.0.0.0"));

    [Fact]
    public async Task The_answer_is_1_where_nothing_listens()
    {
        await Server.DisposeAsync();

        Assert.Equal(1, await ProbeAsync("127.0.0.1"));
    }

    private Task<int> ProbeAsync(string host) =>
        HealthProbe.RunAsync(new() { Host = host, Port = Server.Endpoint.Port }, Cancellation);
}
