from django.urls import path

from tolok.archive.bundles import views

urlpatterns = [path("bundel/", views.bundle, name="bundle")]
