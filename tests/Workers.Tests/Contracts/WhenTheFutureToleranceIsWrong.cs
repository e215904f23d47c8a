using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Contracts;

namespace Workers.Tests.Contracts;

public sealed class WhenTheFutureToleranceIsWrong
{
    [Theory]
    [InlineData("00:00:00", "Workers:Events:FutureTolerance must be from 00:00:01 to 1.00:00:00")]
    [InlineData("60", "Workers:Events:FutureTolerance (60) is no duration")]
    public void The_host_does_not_start_and_the_reason_names_the_setting(string tolerance, string reason)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Workers:Events:FutureTolerance", tolerance)])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddContracts().BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }
}
