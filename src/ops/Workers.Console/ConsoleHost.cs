using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using Microsoft.Extensions.Options;
using Workers.Console.Acts;
using Workers.Console.Business;
using Workers.Console.DeadLetters;
using Workers.Console.Declared;
using Workers.Console.Orders;
using Workers.Console.Security;
using Workers.Console.Watching;
using Workers.Console.Web;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Settings;
using Workers.Operations;
using Workers.Operations.Executions;
using Workers.Operations.Fleet;
using Workers.Provisioning;

namespace Workers.Console;

/// <summary>The page on which somebody on call sees the fleet, and steers it.</summary>
public static class ConsoleHost
{
    /// <summary>The deployable's name.</summary>
    public const string Name = "console";

    /// <summary>Adds the console to a host.</summary>
    public static WebApplicationBuilder AddConsole(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults(Name, [.. Topology.SettingsSections]);
        builder.AddSignIn();
        var services = builder.Services;
        services.AddContracts();
        services.AddEventPublisher(Topology.Bus);
        services.AddOptions<ConsoleOptions>().BindSettings(ConsoleOptions.Section).ValidateDataAnnotations();
        services.AddOptions<MarkerLifeOptions>().Configure<IConfiguration>((life, configuration) =>
            configuration.GetSection("Workers:Effects").Bind(life));
        services.AddRazorComponents();
        services.AddAntiforgery(forms => forms.Cookie.Name = "console-form");
        services.AddSingleton(provider => new FleetAccess(
            new AwsClients(
                provider.GetRequiredService<IAmazonSQS>(),
                provider.GetRequiredService<IAmazonEventBridge>(),
                provider.GetRequiredService<IAmazonDynamoDB>(),
                provider.GetRequiredService<IAmazonSimpleNotificationService>(),
                provider.GetRequiredService<IAmazonStepFunctions>()),
            provider.GetRequiredService<IOptions<ResourceNaming>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeclaredFleet>();
        services.AddSingleton<FleetWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<FleetWatch>());
        services.AddSingleton<ExecutionReader>();
        services.AddSingleton<ExecutionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ExecutionWatch>());
        services.AddSingleton<DriftWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DriftWatch>());
        services.AddSingleton<LetterSurveys>();
        services.AddSingleton<MarkerReader>();
        services.AddSingleton<StoryReader>();
        services.AddSingleton<Finder>();
        services.AddSingleton<CustomerOrders>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<CommandLines>();
        services.AddSingleton<ActTrail>();
        services.AddSingleton<QueueSteering>();
        services.AddSingleton<LetterJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterJobs>());
        services.AddSingleton<ArchiveReplays>();
        services.AddHostedService(provider => provider.GetRequiredService<ArchiveReplays>());
        return builder;
    }

    /// <summary>Maps the console's pages; its acts only where they are switched on.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.UseErrorPages();
        app.UsePageHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        if (app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.Kind is SignInKind.OpenIdConnect)
        {
            app.MapSignOut();
        }

        var operators = app.MapGroup("").RequireAuthorization(SignIn.Operators);
        operators.MapPages();
        if (app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value.Actions)
        {
            operators.MapActs();
        }

        app.Services.GetRequiredService<DeclaredFleet>();   // read from code once, before anybody waits for it
        app.Lifetime.ApplicationStarted.Register(app.LogHowOpen);
        return app;
    }
}
