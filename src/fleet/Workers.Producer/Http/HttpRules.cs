using Workers.Events.Settings;

namespace Workers.Producer.Http;

/// <summary>What holds for every route: limits, origins, and how faults are told.</summary>
internal static class HttpRules
{
    public static void AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

        builder.Services.AddOptions<CorsSettings>().BindSettings(CorsSettings.Section);
        var origins = builder.Configuration.ReadSettings<CorsSettings>(CorsSettings.Section).CorsOrigins;
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After")));
    }

    public static void UseHttpRules(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCors();
        app.UseRateLimiter();
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
