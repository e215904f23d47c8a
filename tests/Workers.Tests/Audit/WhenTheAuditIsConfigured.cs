using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Audit;

namespace Workers.Tests.Audit;

public sealed class WhenTheAuditIsConfigured
{
    [Theory]
    [InlineData("KeepFor", "29.23:59:59", "30 to 36500 days")]
    [InlineData("KeepFor", "30", "is no duration")]
    [InlineData("Shards", "0", "1 to 100")]
    [InlineData("Shards", "101", "1 to 100")]
    [InlineData("Instance", "", "Instance")]
    public void What_cannot_be_is_refused_at_start(string setting, string value, string why)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read((setting, value)));

        Assert.Contains($"Workers:Audit:{setting}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_kept_for_ever_unless_it_says_otherwise()
    {
        Assert.Null(Read().KeepFor);
        Assert.Equal(TimeSpan.FromDays(30), Read(("KeepFor", "30.00:00:00")).KeepFor);
    }

    private static AuditOptions Read(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Workers:Audit:{setting.Name}", (string?)setting.Value)));
        builder.AddAuditQueue();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<AuditOptions>>().Value;
    }
}
