using Microsoft.AspNetCore.HostFiltering;
using Workers.Events.Settings;
using Workers.Producer.Callers;
using Workers.Producer.Following;

namespace Workers.Producer.Http;

/// <summary>What holds for every route: limits, origins, who may call, and how faults are told.</summary>
internal static class HttpRules
{
    public static void AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.AddSignIn();
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);   // it is a page of HTML

        builder.Services.AddOptions<CorsSettings>().BindSettings(CorsSettings.Section);
        var origins = builder.Configuration.ReadSettings<CorsSettings>(CorsSettings.Section).CorsOrigins;
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After", WaitPreference.AppliedHeader)));
    }

    public static void UseHttpRules(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseCors();
        app.UseCrossSiteRefusal();
        app.UseAuthentication();
        app.UseCallerRates();
        app.UseAuthorization();
        app.UsePlaces();
        app.Lifetime.ApplicationStarted.Register(app.LogHowOpen);
    }
}

/// <summary>Whose pages may call the API from a browser. Bound from <c>Workers:Producer</c>.</summary>
internal sealed class CorsSettings
{
    public const string Section = "Workers:Producer";

    /// <summary>Origins, such as <c>https://shop.example</c>.</summary>
    /// <value>None.</value>
    public string[] CorsOrigins { get; set; } = [];
}
