using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.Producer;

public sealed class WhenAwsRefusesARead : IAsyncLifetime
{
    private readonly ProducerHost _producer = new();
    private readonly WebApplication _aws;

    public WhenAwsRefusesARead()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _aws = builder.Build();
        _aws.Run(context =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/x-amz-json-1.0";
            return context.Response.WriteAsync("""{"__type":"com.amazon.coral.validate#ValidationException","message":"secret-detail"}""");
        });
    }

    public async ValueTask InitializeAsync()
    {
        await _aws.StartAsync(TestContext.Current.CancellationToken);
        _producer.Settings["AWS:ServiceUrl"] = _aws.Urls.Single();
        await _producer.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _producer.DisposeAsync();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task It_is_no_outage_and_the_caller_is_not_told_to_try_again()
    {
        using var response = await _producer.Http.GetAsync("/orders/ORD-1", TestContext.Current.CancellationToken);

        Assert.Equal(500, (int)response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret-detail", problem!.ToJsonString(), StringComparison.Ordinal);
    }
}
