using Microsoft.Extensions.Configuration;
using Workers.Defaults.Health;

namespace Workers.Tests.Defaults;

public sealed class WhenAnInstanceIsProbed
{
    [Fact]
    public async Task The_answer_is_0_where_it_is_ready()
    {
        await using var app = WorkerHost.Builder().Build();
        app.MapWorkerHealth();
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await HealthProbe.RunAsync(Configuration("urls", app.Address().ToString())));
    }

    [Fact]
    public async Task The_answer_is_1_where_nothing_listens() =>
        Assert.Equal(1, await HealthProbe.RunAsync(Configuration("urls", "http://127.0.0.1:1")));

    [Theory]
    [InlineData("http_ports", "8080", "http://localhost:8080/health/ready")]
    [InlineData("http_ports", "8081;8082", "http://localhost:8081/health/ready")]
    [InlineData("urls", "http://*:8080", "http://localhost:8080/health/ready")]
    [InlineData("urls", "http://0.0.0.0:5080;https://0.0.0.0:5443", "http://localhost:5080/health/ready")]
    [InlineData("urls", "http://127.0.0.1:5080", "http://127.0.0.1:5080/health/ready")]
    public void It_is_asked_where_it_listens(string key, string value, string url) =>
        Assert.Equal(new Uri(url), HealthProbe.ReadyUrl(Configuration(key, value)));

    [Fact]
    public void It_listens_on_8080_of_this_machine_alone_unless_told_otherwise()
    {
        var builder = WorkerHost.Builder(settings: ("urls", null));

        Assert.Equal("http://localhost:8080", builder.Configuration["urls"]);
        Assert.Equal(new Uri("http://localhost:8080/health/ready"), HealthProbe.ReadyUrl(builder.Configuration));
    }

    private static IConfiguration Configuration(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
}
