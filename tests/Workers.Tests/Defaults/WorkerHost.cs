using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Defaults;

namespace Workers.Tests.Defaults;

/// <summary>A host with the defaults, on a free port, that logs nowhere unless told.</summary>
internal static class WorkerHost
{
    public static WebApplicationBuilder Builder(string environment = "Production", params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["AWS:Region"] = "eu-west-1",
                ["urls"] = "http://127.0.0.1:0",
                ["Serilog:WriteTo"] = "",
            });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        return builder.AddWorkerDefaults("inventory");
    }

    public static Uri Address(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
